package cn.hotline.intake.attachment.model;

import java.util.List;

/** 附件类型: what may be sent. Everything else is refused, above all what a browser or a machine would run. */
public enum FileType {
    JPEG("照片", "image/jpeg", "jpg", "jpeg"),
    PNG("图片", "image/png", "png"),
    WEBP("图片", "image/webp", "webp"),
    HEIC("照片", "image/heic", "heic", "heif"),
    PDF("PDF 文件", "application/pdf", "pdf"),
    DOCX("Word 文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("Excel 表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    MP4("视频", "video/mp4", "mp4"),
    MOV("视频", "video/quicktime", "mov"),
    M4A("录音", "audio/mp4", "m4a"),
    MP3("录音", "audio/mpeg", "mp3"),
    WAV("录音", "audio/vnd.wave", "wav"),
    AMR("录音", "audio/amr", "amr"),
    TEXT("文本", "text/plain", "txt");

    private final String term;
    private final String mediaType;
    private final List<String> extensions;

    FileType(String term, String mediaType, String... extensions) {
        this.term = term;
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    public String term() {
        return term;
    }

    public String mediaType() {
        return mediaType;
    }

    /** How names of such files end, the usual way first. */
    public List<String> extensions() {
        return extensions;
    }

    /** Whether a picture, sound or film: nothing follows it in its file. */
    public boolean isMedia() {
        return mediaType.startsWith("image/") || mediaType.startsWith("audio/") || mediaType.startsWith("video/");
    }

    /** Whether the first part does not tell, and the whole file has to be looked at. */
    public boolean isToldByTheWhole() {
        return this == DOCX || this == XLSX || this == TEXT;
    }
}
