package cn.hotline.intake.attachment.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files of every sort, made here. */
public final class SampleFiles {

    private SampleFiles() {}

    public static byte[] picture(String format) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A photo of exactly that size. */
    public static byte[] photo(int size) {
        byte[] photo = new byte[size];
        byte[] picture = picture("jpg");
        System.arraycopy(picture, 0, photo, 0, picture.length);
        for (int i = picture.length; i < size; i++) {
            photo[i] = (byte) (i * 31);
        }
        return photo;
    }

    public static byte[] pdf() {
        return "%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
                .getBytes(ISO_8859_1);
    }

    public static byte[] wave() {
        return with("RIFF\0\0\0\0WAVEfmt ".getBytes(ISO_8859_1), new byte[32]);
    }

    public static byte[] amr() {
        return with("#!AMR\n".getBytes(ISO_8859_1), new byte[] {60, 72, -11, 31, -106, 102, 121, -31, -32, 1});
    }

    public static byte[] mp3() {
        return with("ID3\3\0\0\0\0\0\0".getBytes(ISO_8859_1), new byte[] {-1, -5, (byte) 0x90, 0x44, 0, 0, 0, 0});
    }

    public static byte[] film(String brand) {
        return with(
                new byte[] {0, 0, 0, 24},
                with(("ftyp" + brand + "\0\0\0\0" + brand + "isom").getBytes(ISO_8859_1), new byte[32]));
    }

    public static byte[] webp() {
        return with("RIFF\20\0\0\0WEBPVP8 ".getBytes(ISO_8859_1), new byte[16]);
    }

    public static byte[] office(String mainPart) {
        return archive(Map.of(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/main.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
                        + mainPart + "\"/></Types>",
                "main.xml",
                "<a/>"));
    }

    public static byte[] archive(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                archive.putNextEntry(new ZipEntry(part.getKey()));
                archive.write(part.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** One after the other. */
    public static byte[] with(byte[] first, byte[] then) {
        byte[] both = java.util.Arrays.copyOf(first, first.length + then.length);
        System.arraycopy(then, 0, both, first.length, then.length);
        return both;
    }
}
