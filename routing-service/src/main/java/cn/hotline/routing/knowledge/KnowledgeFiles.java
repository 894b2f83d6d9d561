package cn.hotline.routing.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the knowledge files are read from: the class path ({@code /routing/}), or a folder an operator keeps. A file
 * that is absent from the folder is taken from the class path, so that an operator changes only what differs.
 */
public final class KnowledgeFiles {

    private final @Nullable Path folder;

    private KnowledgeFiles(@Nullable Path folder) {
        this.folder = folder;
    }

    /** The files that come with the service. */
    public static KnowledgeFiles ofClassPath() {
        return new KnowledgeFiles(null);
    }

    /** @throws KnowledgeFault when it is not a folder: a mistyped setting must not silently mean the built-in files */
    public static KnowledgeFiles of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new KnowledgeFault(folder.toString(), "not a folder");
        }
        return new KnowledgeFiles(folder);
    }

    /**
     * Reads one table.
     *
     * @param columns the header the file must have, in this order; with a question mark, one at the end that older files
     *     lack
     * @throws KnowledgeFault when the file is missing, is not UTF-8, has another header, or a line has another number
     *     of cells
     */
    public KnowledgeTable read(String name, String... columns) {
        try (InputStream stream = open(name)) {
            return parse(name, stream.readAllBytes(), columns);
        } catch (IOException fault) {
            throw new KnowledgeFault(name, String.valueOf(fault.getMessage()));
        }
    }

    static KnowledgeTable parse(String name, byte[] bytes, String... columns) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return KnowledgeTable.parse(name, text.toString().lines().toList(), List.of(columns));
        } catch (CharacterCodingException fault) {
            throw new KnowledgeFault(name, "not UTF-8");
        }
    }

    private InputStream open(String name) throws IOException {
        if (folder != null && Files.exists(folder.resolve(name))) {
            return Files.newInputStream(folder.resolve(name));
        }
        var stream = KnowledgeFiles.class.getResourceAsStream("/routing/" + name);
        if (stream == null) {
            throw new KnowledgeFault(name, "missing");
        }
        return stream;
    }
}
