package cn.hotline.routing.classification;

import java.io.Serial;

/** A class code that is not in the tree. */
public final class UnknownCategory extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    UnknownCategory(String code) {
        super("诉求分类“" + code + "”不存在");
        this.code = code;
    }

    public String code() {
        return code;
    }
}
