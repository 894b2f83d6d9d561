package cn.hotline.routing.unitsystem.model;

import cn.hotline.chassis.Refusal;

/** Why something cannot be done for, or by, a unit's system. */
public enum UnitSystemRefusal implements Refusal {
    NO_SYSTEM(Kind.ABSENT, "这个单位没有登记自有系统。"),
    NOT_THE_SYSTEM(Kind.RIGHT, "这里只供登记的单位系统账号使用，请用登记时填写的账号。"),
    SHOWN_ONCE(Kind.RULE, "这一步的回答里有只显示一次的密钥，不能带幂等号；重复提交不会重复登记。"),
    BROKER_UNGUARDED(Kind.OUTAGE, "消息服务没有启用访问控制，不能开通消息专线；请先启用 SASL 和 ACL，再提交一次。"),
    BROKER_AWAY(Kind.OUTAGE, "消息服务暂时连不上，消息专线还没有办好；请稍后用同样的内容再提交一次。"),
    ACT_WITHOUT_ID(Kind.RULE, "消息头缺少可用的 ce_id（1 至 100 个可见字符），无法办理。"),
    ACT_ID_REUSED(Kind.STATE, "同一个消息编号（ce_id）用在了不同的内容上，请换一个编号。"),
    ACT_UNKNOWN(Kind.RULE, "消息头 ce_type 不是可以办理的类型，请按接口说明填写。"),
    ACT_WITHOUT_TICKET(Kind.RULE, "消息头 ce_subject 应当是工单编号。"),
    ACT_TOO_LARGE(Kind.SIZE, "消息内容太大，不能办理；一件事项最多 64 KB，对账清单最多 1 MB。"),
    ACT_UNREADABLE(Kind.RULE, "消息内容不是可以读取的 JSON，请按接口说明填写。");

    private final Kind kind;
    private final String sentence;

    UnitSystemRefusal(Kind kind, String sentence) {
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
