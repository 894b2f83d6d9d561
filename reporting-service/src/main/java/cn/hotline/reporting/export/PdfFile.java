package cn.hotline.reporting.export;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
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
                    .withHtmlContent(inTheFont(HtmlFile.write(paper, mark)), null)
                    .toStream(bytes)
                    .run();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    /** Of a page that is well-formed, so that only words hold what the font does not. */
    private static String inTheFont(String page) {
        return page.codePoints()
                .map(c -> c >= ' ' && CHARACTERS.getGlyphId(c) == 0 ? '〓' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
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
