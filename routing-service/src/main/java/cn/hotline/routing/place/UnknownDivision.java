package cn.hotline.routing.place;

import java.io.Serial;

/** A division code that is not one of the city's. */
public final class UnknownDivision extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String code;

    UnknownDivision(String code) {
        super("区划代码“" + code + "”不存在");
        this.code = code;
    }

    public String code() {
        return code;
    }
}
