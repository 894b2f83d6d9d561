package cn.hotline.intake.attachment.model;

import cn.hotline.chassis.Refusal;

/** Why a file is not taken, or not shown. */
public enum AttachmentRefusal implements Refusal {
    TOO_LARGE(Kind.SIZE, "附件太大：每个不能超过 20 MB，请压缩或分开后再上传。"),
    TEXT_TOO_LARGE(Kind.SIZE, "文本附件不能超过 1 MB，请另存为 PDF 或 DOCX 后再上传。"),
    TOO_MANY_AT_ONCE(Kind.OUTAGE, "同时上传的文档太多，请稍后再试。"),
    EMPTY(Kind.RULE, "这个附件是空的，请重新选择。"),
    ONE_AT_A_TIME(Kind.RULE, "每次只能上传一个文件，字段名为 file。"),
    TYPE_NOT_TAKEN(
            Kind.RULE,
            "不能上传这种文件。可以上传：照片（JPG、PNG、WEBP、HEIC）、PDF、Word（DOCX）、Excel（XLSX）、视频（MP4、MOV）、录音（MP3、M4A、WAV、AMR）和文本（TXT）。"),
    NAME_DISAGREES(Kind.RULE, "文件名的后缀与实际内容不符，请核对文件，改正后缀后再上传。"),
    MACROS(Kind.RULE, "文档含有宏，不能上传；请另存为不带宏的 DOCX 或 XLSX。"),
    SOMETHING_APPENDED(Kind.RULE, "文件后面附带了别的内容，不能上传；请重新导出或截图后再上传。"),
    UNKNOWN_ATTACHMENT(Kind.ABSENT, "没有这个附件，请核对后再试。"),
    ALREADY_ATTACHED(Kind.STATE, "附件已用于其他工单，请重新上传。");

    private final Kind kind;
    private final String sentence;

    AttachmentRefusal(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public String sentence() {
        return sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
