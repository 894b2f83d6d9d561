package cn.hotline.routing.dispatch.model;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.Termed;
import java.time.Instant;

/**
 * 与来电人联系, as the unit says it.
 *
 * @param at when they spoke
 * @param note what was said or agreed; masked
 */
public record Contact(Method method, Instant at, String note) {

    public Contact {
        note = PersonalData.mask(note);
    }

    /** How. */
    public enum Method implements Termed {
        PHONE("电话"),
        RELAY("通过中间号"),
        VISIT("上门"),
        MESSAGE("网络留言");

        private final String term;

        Method(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }
}
