package cn.hotline.intake.attachment.content;

import static cn.hotline.intake.attachment.content.SampleFiles.archive;
import static cn.hotline.intake.attachment.content.SampleFiles.office;
import static cn.hotline.intake.attachment.content.SampleFiles.pdf;
import static cn.hotline.intake.attachment.content.SampleFiles.photo;
import static cn.hotline.intake.attachment.content.SampleFiles.picture;
import static cn.hotline.intake.attachment.content.SampleFiles.with;
import static cn.hotline.intake.attachment.model.AttachmentRefusal.EMPTY;
import static cn.hotline.intake.attachment.model.AttachmentRefusal.MACROS;
import static cn.hotline.intake.attachment.model.AttachmentRefusal.NAME_DISAGREES;
import static cn.hotline.intake.attachment.model.AttachmentRefusal.SOMETHING_APPENDED;
import static cn.hotline.intake.attachment.model.AttachmentRefusal.TEXT_TOO_LARGE;
import static cn.hotline.intake.attachment.model.AttachmentRefusal.TOO_LARGE;
import static cn.hotline.intake.attachment.model.AttachmentRefusal.TOO_MANY_AT_ONCE;
import static cn.hotline.intake.attachment.model.AttachmentRefusal.TYPE_NOT_TAKEN;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refusal;
import cn.hotline.chassis.Refused;
import cn.hotline.intake.attachment.content.Incoming.Whole;
import cn.hotline.intake.attachment.model.FileType;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files are taken, whatever they are called. */
class IncomingTest {

    private static final Contents CONTENTS = new Contents();

    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of("现场.jpg", picture("jpg"), FileType.JPEG),
                Arguments.of("截图.PNG", picture("png"), FileType.PNG),
                Arguments.of("图.webp", SampleFiles.webp(), FileType.WEBP),
                Arguments.of("图.heic", SampleFiles.film("heic"), FileType.HEIC),
                Arguments.of("合同.pdf", pdf(), FileType.PDF),
                Arguments.of("情况.docx", office("wordprocessingml.document.main+xml"), FileType.DOCX),
                Arguments.of("名单.xlsx", office("spreadsheetml.sheet.main+xml"), FileType.XLSX),
                Arguments.of("视频.mp4", SampleFiles.film("mp42"), FileType.MP4),
                Arguments.of("视频.mp4", SampleFiles.film("isom"), FileType.MP4),
                Arguments.of("视频.mov", SampleFiles.film("qt  "), FileType.MOV),
                Arguments.of("录音.m4a", SampleFiles.film("M4A "), FileType.M4A),
                Arguments.of("录音.mp3", SampleFiles.mp3(), FileType.MP3),
                Arguments.of("录音.wav", SampleFiles.wave(), FileType.WAV),
                Arguments.of("录音.amr", SampleFiles.amr(), FileType.AMR),
                Arguments.of("说明.txt", "楼道灯不亮，三天了。".getBytes(UTF_8), FileType.TEXT),
                Arguments.of("说明.txt", "楼道灯不亮，三天了。".getBytes(Charset.forName("GB18030")), FileType.TEXT));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("taken")
    void theseAreTaken(String name, byte[] content, FileType type) {
        assertThat(whole(name, content).type()).isEqualTo(type);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("program.jpg", with("MZ\220\0\3\0\0\0".getBytes(ISO_8859_1), new byte[200])),
                Arguments.of("program", with("\177ELF\2\1\1".getBytes(ISO_8859_1), new byte[200])),
                Arguments.of("page.txt", "<!DOCTYPE html><html><script>alert(1)</script>".getBytes(UTF_8)),
                Arguments.of("page.html", "<html><body>你好</body></html>".getBytes(UTF_8)),
                Arguments.of(
                        "drawing.txt", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>".getBytes(UTF_8)),
                Arguments.of(
                        "drawing.svg",
                        "<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8)),
                Arguments.of("script.txt", "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8)),
                Arguments.of("text.txt", "你好 <script>alert(1)</script>".getBytes(UTF_8)),
                Arguments.of("archive.zip", archive(Map.of("a.exe", "MZ"))),
                Arguments.of("letter.docx", archive(Map.of("a.txt", "no office file"))),
                Arguments.of("letter.docx", "PK\3\4 broken".getBytes(ISO_8859_1)),
                Arguments.of("nonsense.jpg", new byte[] {1, 2, 3, 4, 5, 6, 7, 0, -1, -2}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void theseAreNot(String name, byte[] content) {
        assertThat(refusal(name, content)).isEqualTo(TYPE_NOT_TAKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"现场.png", "现场.exe", "现场.jpg.exe", "现场.html", "photo\u202Egpj.exe"})
    void aNameThatSaysSomethingElseIsRefused(String name) {
        assertThat(refusal(name, picture("jpg"))).isEqualTo(NAME_DISAGREES);
    }

    @Test
    void macrosAreRefused() {
        byte[] macros = office("vnd.ms-word.document.macroEnabled.main+xml wordprocessingml.document.main+xml");
        assertThat(refusal("情况.docx", macros)).isEqualTo(MACROS);
    }

    @Test
    void aPictureThatIsAnArchiveTooIsRefused() {
        byte[] both = with(picture("jpg"), archive(Map.of("Evil.class", "cafebabe")));
        assertThat(refusal("现场.jpg", both)).isEqualTo(SOMETHING_APPENDED);
    }

    @Test
    void aPageHiddenInAPictureIsAPicture() {
        byte[] both = with(picture("jpg"), "<script>alert(1)</script>".getBytes(UTF_8));
        assertThat(whole("现场.jpg", both).type().mediaType()).isEqualTo("image/jpeg");
    }

    @Test
    void nothingIsRefused() {
        assertThat(refusal("现场.jpg", new byte[0])).isEqualTo(EMPTY);
    }

    @Test
    void twentyMebibytesAreTakenAndOneByteMoreIsNot() {
        assertThat(whole("现场.jpg", photo(Incoming.LARGEST)).size()).isEqualTo(20 << 20);
        assertThat(refusal("现场.jpg", photo(Incoming.LARGEST + 1))).isEqualTo(TOO_LARGE);
    }

    @Test
    void anArchiveThatUnpacksWithoutEndIsGivenUp() {
        assertThat(refusal("bomb.docx", archive(Map.of("a.xml", "0".repeat(300 << 20)))))
                .isEqualTo(TYPE_NOT_TAKEN);
    }

    @Test
    void thePartsTogetherAreTheFile() throws Exception {
        byte[] photo = photo(3 * Incoming.PART + 7);
        Incoming incoming = new Incoming(CONTENTS, "现场.jpg");
        ByteArrayOutputStream together = new ByteArrayOutputStream();
        List<byte[]> parts = inPieces(incoming, photo);
        parts.forEach(together::writeBytes);
        Whole whole = incoming.end();
        together.writeBytes(whole.lastPart());
        assertThat(parts).hasSize(3);
        assertThat(together.toByteArray()).isEqualTo(photo);
        assertThat(whole.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(photo)));
    }

    @Test
    void aFileThatFillsItsLastPartHasNoEmptyOneBehindIt() {
        Incoming incoming = new Incoming(CONTENTS, "现场.jpg");
        assertThat(inPieces(incoming, photo(2 * Incoming.PART))).hasSize(1);
        assertThat(incoming.end().lastPart()).hasSize(Incoming.PART);
    }

    @Test
    void aTextIsNoBook() {
        assertThat(refusal("说明.txt", "楼道灯不亮。".repeat(100_000).getBytes(UTF_8))).isEqualTo(TEXT_TOO_LARGE);
    }

    @Test
    void onlySomeFilesAreHeldWholeAtOnce() {
        Contents contents = new Contents();
        byte[] letter = office("wordprocessingml.document.main+xml");
        byte[] large = with(letter, new byte[Incoming.PART]);
        List<Incoming> held = IntStream.range(0, 4)
                .mapToObj(i -> new Incoming(contents, "情况.docx"))
                .toList();
        held.forEach(one -> one.take(large));
        Incoming fifth = new Incoming(contents, "情况.docx");
        fifth.take(large);
        assertThat(catchThrowableOfType(Refused.class, fifth::end).reason()).isEqualTo(TOO_MANY_AT_ONCE);
        Incoming photo = new Incoming(contents, "现场.jpg");
        photo.take(picture("jpg"));
        assertThat(photo.end().type()).as("photos are not held").isEqualTo(FileType.JPEG);
        held.get(0).letGo();
        held.get(0).letGo();
        Incoming sixth = new Incoming(contents, "情况.docx");
        sixth.take(letter);
        assertThat(sixth.end().type()).isEqualTo(FileType.DOCX);
        Incoming seventh = new Incoming(contents, "情况.docx");
        seventh.take(letter);
        assertThat(catchThrowableOfType(Refused.class, seventh::end).reason())
                .as("letting go twice frees one place")
                .isEqualTo(TOO_MANY_AT_ONCE);
    }

    private static Whole whole(String name, byte[] content) {
        Incoming incoming = new Incoming(CONTENTS, name);
        try {
            inPieces(incoming, content);
            return incoming.end();
        } finally {
            incoming.letGo();
        }
    }

    private static Refusal refusal(String name, byte[] content) {
        return catchThrowableOfType(Refused.class, () -> whole(name, content)).reason();
    }

    /** As it comes over the network. */
    private static List<byte[]> inPieces(Incoming incoming, byte[] content) {
        List<byte[]> parts = new java.util.ArrayList<>();
        for (int from = 0; from < content.length; from += 8192) {
            parts.addAll(incoming.take(Arrays.copyOfRange(content, from, Math.min(content.length, from + 8192))));
        }
        return parts;
    }
}
