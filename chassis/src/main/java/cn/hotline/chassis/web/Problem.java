package cn.hotline.chassis.web;

import cn.hotline.chassis.Refused.FieldError;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;

/**
 * An answer that says no, as RFC 9457 describes it.
 *
 * @param type identifies the sort of problem; {@code about:blank} where the status says it all
 * @param detail a Chinese sentence a clerk understands
 * @param code stable, upper snake case
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(String type, String title, int status, String detail, String code, List<FieldError> errors) {

    static Problem of(int status, String code, String title, String detail) {
        return of(status, code, title, detail, List.of());
    }

    static Problem of(int status, String code, String title, String detail, List<FieldError> errors) {
        return new Problem("about:blank", title, status, detail, code, errors);
    }
}
