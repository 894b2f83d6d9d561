package cn.hotline.reporting.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of code lists and wording are: a city's own folder goes before what is delivered, file by file.
 *
 * @param folder null when the city has none of its own
 */
public record CodeFiles(@Nullable Path folder) {

    /** Categories and their report groups, divisions and tags are routing's: what the codes in its events mean. */
    public static final String CATEGORIES = "/routing/categories.tsv";

    public static final String DIVISIONS = "/routing/divisions.tsv";

    public static final String TAGS = "/routing/tags.tsv";

    private static final String DELIVERED = "/reporting/";

    /** What is delivered, and nothing else. */
    public static CodeFiles delivered() {
        return new CodeFiles(null);
    }

    /**
     * A table of tab-separated columns; lines that begin with {@code #} are remarks, the first other line names the
     * columns, after which there may be more that others read and a line may leave out.
     *
     * @throws CodeFault when the file is absent, or has other columns or a line of another length
     */
    public List<CodeRow> table(String file, String... columns) {
        return CodeRow.parse(file, lines(file), List.of(columns));
    }

    /** The lines of a file. */
    List<String> lines(String file) {
        try (InputStream in = open(file);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new CodeFault(file + " cannot be read", e);
        }
    }

    private InputStream open(String file) throws IOException {
        String name = file.substring(file.lastIndexOf('/') + 1);
        if (folder != null && Files.isReadable(folder.resolve(name))) {
            return Files.newInputStream(folder.resolve(name));
        }
        InputStream delivered = CodeFiles.class.getResourceAsStream(file.startsWith("/") ? file : DELIVERED + file);
        if (delivered == null) {
            throw new CodeFault(file + " is missing", null);
        }
        return delivered;
    }
}
