package cn.hotline.ui;

/**
 * One entry of a coded select.
 *
 * @param code what is sent
 * @param term what is shown
 * @param search further words it is found by, such as 拼音 initials; may be empty
 */
public record Choice(String code, String term, String search) {

    /** An entry that is found by code and term alone. */
    public static Choice of(String code, String term) {
        return new Choice(code, term, "");
    }
}
