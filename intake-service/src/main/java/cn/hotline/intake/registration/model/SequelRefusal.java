package cn.hotline.intake.registration.model;

import cn.hotline.chassis.Refusal;

/** Why nothing can be added to a ticket, or why it cannot be merged. */
public enum SequelRefusal implements Refusal {
    TICKET_CLOSED(Kind.STATE, "工单已办结，不能再补充、催办、撤单或并单；如有新情况请另行登记。"),
    TICKET_WITHDRAWN(Kind.STATE, "诉求人已撤单，不能再补充、催办、更正或并单；如要重新反映请另行登记。"),
    NOT_HANDLED(Kind.STATE, "这张工单没有转办，不能补充、催办、撤单或并单；如有新情况请另行登记。"),
    SUPPLEMENTED_ENOUGH(Kind.STATE, "这张工单已补充 20 次，不能再补充；如有新情况请另行登记。"),
    URGED_ENOUGH(Kind.STATE, "这张工单已催办 99 次，请转督办处理。"),
    FORGOTTEN(Kind.STATE, "来电人的信息已按要求遗忘，不能再附文件；文字可以补充。"),
    EVIDENCE_LEFT_OUT(Kind.ABSENT, "承办单位所附的佐证没有找到，或者不是其本人上传的，没有附到工单上。"),
    LEADS_OTHERS(Kind.STATE, "还有其他工单并在这张工单上，请先撤销并单。"),
    FOLLOWS_ALREADY(Kind.STATE, "这张工单已经并入另一张工单，请先撤销那次并单。"),
    CONFIDENTIAL(Kind.RULE, "保密诉求只由指定的人员办理，不能并单。"),
    LEADS_TOO_MANY(Kind.STATE, "并入这张工单的次数太多，请另选一张主单。");

    private final Kind kind;
    private final String sentence;

    SequelRefusal(Kind kind, String sentence) {
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
