package cn.hotline.routing.units;

import java.io.Serial;

/** A unit code that is not in the directory. */
public final class UnknownUnit extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    UnknownUnit(String code) {
        super("承办单位“" + code + "”不存在");
        this.code = code;
    }

    public String code() {
        return code;
    }
}
