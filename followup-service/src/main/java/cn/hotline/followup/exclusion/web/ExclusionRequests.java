package cn.hotline.followup.exclusion.web;

import cn.hotline.chassis.PersonalData;
import cn.hotline.chassis.web.Fields;
import cn.hotline.followup.exclusion.model.ExclusionGround;
import cn.hotline.followup.revisit.model.TicketNumber;
import org.jspecify.annotations.Nullable;

/** What is asked of exclusions, as it is sent. Free text is masked when it is read. */
final class ExclusionRequests {

    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_EVIDENCE = 2_000;
    private static final int LONGEST_REASON = 500;

    private ExclusionRequests() {}

    record Propose(
            @Nullable String number,
            @Nullable String ground,
            @Nullable String evidence) {

        Read read() {
            Fields fields = new Fields();
            String ticket = fields.required("number", number, LONGEST_NUMBER).strip();
            ExclusionGround stated = fields.requiredCode("ground", ground, ExclusionGround.class);
            String known = fields.required("evidence", evidence, LONGEST_EVIDENCE);
            fields.refuseFaults();
            return new Read(new TicketNumber(ticket), stated, PersonalData.mask(known));
        }

        record Read(TicketNumber ticket, ExclusionGround ground, String evidence) {}
    }

    record Decide(@Nullable Boolean approved, @Nullable String reason) {

        Answer read() {
            return Answer.read("approved", approved, reason);
        }
    }

    record Rule(@Nullable Boolean allowed, @Nullable String reason) {

        Answer read() {
            return Answer.read("allowed", allowed, reason);
        }
    }

    record Appeal(@Nullable String words) {

        String read() {
            Fields fields = new Fields();
            String said = fields.required("words", words, LONGEST_EVIDENCE);
            fields.refuseFaults();
            return PersonalData.mask(said);
        }
    }

    /** A yes or no with its reason. */
    record Answer(boolean yes, String reason) {

        private static Answer read(String field, @Nullable Boolean yes, @Nullable String reason) {
            Fields fields = new Fields();
            fields.check(yes != null, field, "请填写此项");
            String why = fields.required("reason", reason, LONGEST_REASON);
            fields.refuseFaults();
            return new Answer(Boolean.TRUE.equals(yes), PersonalData.mask(why));
        }
    }
}
