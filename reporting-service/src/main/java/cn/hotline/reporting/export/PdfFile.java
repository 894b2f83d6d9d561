package cn.hotline.reporting.export;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * A paper as PDF, A4, in a font that comes with it. Holds the characters of GB 2312 and those of our own lists; what is
 * not among them, as in a rare name, shows as 〓, never as a wrong character. Thread-safe.
 */
public final class PdfFile {

    private static final String FONT = "/reporting/fonts/hotline-song.ttf";

    private static final String LOOK = """
            @page { size: A4; margin: 24mm 20mm 22mm 22mm; @bottom-left { content: element(mark) }
                    @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt song } }
            body { font: 10.5pt/1.6 song; color: #111 }
            h1 { font: 18pt/1.4 song; color: #b1151b; text-align: center; margin: 0 0 4pt }
            .status { text-align: center; font-size: 9pt; color: #444; border-bottom: 1.2pt solid #b1151b;
                      padding-bottom: 5pt; margin: 0 0 10pt }
            .text { text-indent: 2em; margin: 0 0 8pt }
            h2 { font: 12pt/1.4 song; margin: 10pt 0 3pt; page-break-after: avoid }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            tr { page-break-inside: avoid }
            th, td { border: 0.5pt solid #888; padding: 2pt 5pt; text-align: left; font-weight: normal }
            th { background: #eee }
            .number { text-align: right }
            .mark { position: running(mark); font-size: 8pt; color: #555 }
            """;

    private static final CmapLookup CHARACTERS = characters();

    static {
        // Seven lines for each file, by a logger of its own; what goes wrong comes as an exception.
        XRLog.setLoggingEnabled(false);
    }

    private PdfFile() {}

    /** @return the file; to be called where waiting is allowed */
    public static byte[] write(Paper paper, Mark mark) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            new PdfRendererBuilder()
                    .useFont(PdfFile::font, "song")
                    .withHtmlContent(page(paper, mark), null)
                    .toStream(bytes)
                    .run();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static String page(Paper paper, Mark mark) {
        return "<html lang=\"zh-CN\"><head><title>" + text(paper.title()) + "</title><style>" + LOOK
                + "</style></head><body><div class=\"mark\">" + text(mark.text()) + "</div><h1>" + text(paper.title())
                + "</h1><p class=\"status\">" + text(paper.status()) + "</p>"
                + paper.paragraphs().stream()
                        .map(line -> "<p class=\"text\">" + text(line) + "</p>")
                        .collect(Collectors.joining())
                + paper.tables().stream().map(PdfFile::table).collect(Collectors.joining()) + "</body></html>";
    }

    private static String table(Table table) {
        return "<h2>" + text(table.name()) + "</h2><table><thead><tr>"
                + table.columns().stream()
                        .map(column -> "<th style=\"width: " + column.width() + "em\">" + text(column.head()) + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead><tbody>"
                + table.rows().stream().map(PdfFile::row).collect(Collectors.joining()) + "</tbody></table>";
    }

    private static String row(List<Cell> cells) {
        return cells.stream()
                .map(cell -> (cell instanceof Cell.Words ? "<td>" : "<td class=\"number\">")
                        + text(WordFile.words(cell)) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String text(String words) {
        StringBuilder text = new StringBuilder();
        words.codePoints().map(c -> CHARACTERS.getGlyphId(c) == 0 ? '〓' : c).forEach(c -> {
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                default -> text.appendCodePoint(c);
            }
        });
        return text.toString();
    }

    private static InputStream font() {
        return Objects.requireNonNull(PdfFile.class.getResourceAsStream(FONT), FONT);
    }

    private static CmapLookup characters() {
        try (InputStream file = font();
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
