package cn.hotline.gateway;

import cn.hotline.ui.NavigationProperties;
import java.util.Collection;
import java.util.List;

/** Where each role works. */
public final class Desks {

    private final List<Desk> all;

    Desks(NavigationProperties addresses) {
        all = List.of(
                new Desk("OPERATOR", "话务员", "受理台", "接听来电，登记诉求，当场答复或转派。", addresses.intake() + "/call"),
                new Desk("OPERATOR", "话务员", "来电检索", "按编号或内容查找已登记的工单。", addresses.intake() + "/tickets"),
                new Desk("DISPATCHER", "派单员", "派单台", "系统拿不准的工单，核定承办单位后派出。", addresses.routing() + "/desk"),
                new Desk("DISPATCHER", "派单员", "派单目录", "哪类诉求由谁承办，依据是什么。", addresses.routing() + "/catalogue"),
                new Desk("DISPATCHER", "派单员", "日历与时限", "哪天上班哪天放假，各级时限是多少。", addresses.routing() + "/calendars"),
                new Desk("UNIT", "承办单位", "收件箱", "签收、办理、答复。", addresses.routing() + "/inbox"),
                new Desk("UNIT", "承办单位", "人员与值班", "本单位的人员、休假代理和值班。", addresses.routing() + "/roster"),
                new Desk("UNIT", "承办单位", "单位系统", "本单位自有系统的接入情况和对账结果。", addresses.routing() + "/unit-systems"),
                new Desk("REVISITOR", "回访员", "回访队列", "向诉求人核实：联系了吗，解决了吗，满意吗。", addresses.followup() + "/revisits"),
                new Desk("UNIT", "承办单位", "催办督办", "查看对本单位的催办督办，按期回复。", addresses.followup() + "/supervisions"),
                new Desk("SUPERVISOR", "督办员", "督办台", "催办、督办、提级，看谁逾期没有回复。", addresses.followup() + "/supervisions"),
                new Desk("SUPERVISOR", "督办员", "剔除审批", "不合理诉求由两人认定，申诉由第三人审理。", addresses.followup() + "/exclusions"),
                new Desk("SUPERVISOR", "督办员", "派单台", "审核退单、延期和答复，裁定，挂账与销账。", addresses.routing() + "/desk"),
                new Desk("SUPERVISOR", "督办员", "派单目录", "哪类诉求由谁承办，依据是什么。", addresses.routing() + "/catalogue"),
                new Desk("SUPERVISOR", "督办员", "日历与时限", "哪天上班哪天放假，各级时限是多少。", addresses.routing() + "/calendars"),
                new Desk("CITY_OFFICE", "市热线办", "督办台", "催办、督办、提级，看谁逾期没有回复。", addresses.followup() + "/supervisions"),
                new Desk("CITY_OFFICE", "市热线办", "剔除审批", "剔除了哪些工单、为什么；审理诉求人的申诉。", addresses.followup() + "/exclusions"),
                new Desk("CITY_OFFICE", "市热线办", "日报与监测", "当日工作日报、安全隐患举报受理日报。", addresses.reporting() + "/daily/today"),
                new Desk("CITY_OFFICE", "市热线办", "台账", "每件工单一行，可查全过程。", addresses.reporting() + "/ledger"),
                new Desk("ADMIN", "系统管理员", "派单目录", "改条目、看差别、先推演再发布。", addresses.routing() + "/catalogue"),
                new Desk("ADMIN", "系统管理员", "分类模型与地名", "看各版模型和学到的地名，训练、回退、停用。", addresses.routing() + "/models"),
                new Desk("ADMIN", "系统管理员", "单位系统", "县区、部门自有系统的接入、送达和对账。", addresses.routing() + "/unit-systems"),
                new Desk("ADMIN", "系统管理员", "日历与时限", "录入放假安排，改时限规则，先看影响再发布。", addresses.routing() + "/calendars"),
                new Desk("ADMIN", "系统管理员", "人员与值班", "各单位的人员、休假代理和值班。", addresses.routing() + "/roster"),
                new Desk("AUDITOR", "审计员", "受理审计", "受理环节谁看过、做过什么。", addresses.intake() + "/audit"),
                new Desk("AUDITOR", "审计员", "派单审计", "派单办理环节谁看过、做过什么。", addresses.routing() + "/audit"),
                new Desk("AUDITOR", "审计员", "回访审计", "回访环节谁看过、做过什么。", addresses.followup() + "/audit"),
                new Desk("AUDITOR", "审计员", "日报审计", "台账日报环节谁看过、做过什么。", addresses.reporting() + "/audit"));
    }

    /** Every desk, as somebody sees it who has no role yet. */
    public List<Desk> all() {
        return all;
    }

    /** The desks of somebody with these roles. */
    public List<Desk> of(Collection<String> roles) {
        return all.stream().filter(desk -> roles.contains(desk.code())).toList();
    }

    /**
     * One desk.
     *
     * @param code of the role that works there
     * @param role its Chinese name
     * @param name what it is called
     * @param purpose what is done there, in a sentence
     * @param address where it is
     */
    public record Desk(String code, String role, String name, String purpose, String address) {}
}
