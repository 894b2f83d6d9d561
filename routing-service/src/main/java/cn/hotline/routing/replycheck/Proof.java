package cn.hotline.routing.replycheck;

import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.Given.Spoken;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** 佐证: a hazard or a complaint that is said to be dealt with is shown by a file, or by a contact with its time. */
final class Proof implements Rule {

    private static final Set<AppealKind> TO_BE_SHOWN = Set.of(AppealKind.COMPLAINT, AppealKind.REPORT);

    @Override
    public Optional<ReplyDoubt> doubt(Asked asked, Given given) {
        boolean toBeShown = given.solved() && (asked.hazard() || TO_BE_SHOWN.contains(asked.kind()));
        return !toBeShown || given.files() > 0 || given.contact().compareTo(Spoken.DATED) >= 0
                ? Optional.empty()
                : Optional.of(new ReplyDoubt(
                        Kind.PROOF_MISSING,
                        (asked.hazard() ? "安全隐患" : asked.kind().term()) + "已处理的，请附现场照片等佐证，或填写与诉求人联系核实的时间。",
                        List.of()));
    }
}
