package cn.hotline.reporting.dailyreport.web;

import cn.hotline.chassis.ChassisWiring;
import cn.hotline.reporting.dailyreport.PublishedReport;
import cn.hotline.reporting.dailyreport.model.Count;
import cn.hotline.reporting.dailyreport.model.DailyReport;
import cn.hotline.reporting.dailyreport.model.Edition;
import cn.hotline.reporting.dailyreport.model.HazardReport;
import cn.hotline.reporting.dailyreport.model.HotProblem;
import cn.hotline.reporting.export.Cell;
import cn.hotline.reporting.export.Paper;
import cn.hotline.reporting.export.Table;
import cn.hotline.reporting.export.Table.Column;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The two reports as papers: the printed words, and their figures as tables. */
final class Papers {

    private static final DateTimeFormatter ISSUED = DateTimeFormatter.ofPattern("y年M月d日H时mm分");

    private Papers() {}

    static Paper daily(PublishedReport published) {
        DailyReport report = published.report();
        return new Paper(
                report.title(),
                report.text(),
                status(published),
                List.of(
                        figures(report),
                        hot(report.hot()),
                        counts("网民留言", "渠道", report.web().channels())));
    }

    static Paper hazards(PublishedReport published) {
        HazardReport hazards = published.report().hazards();
        return new Paper(
                hazards.title(),
                hazards.text(),
                status(published),
                List.of(counts("接收单位", "单位", hazards.bodies()), counts("主要隐患类型", "类型", hazards.kinds())));
    }

    private static Table figures(DailyReport report) {
        return new Table(
                "当日数字",
                List.of(new Column("指标", 28), new Column("数值", 12), new Column("占来电诉求", 14)),
                List.of(
                        figure("来电诉求（件次）", report.calls()),
                        figure("直接办理（来电）", report.direct(), report.calls()),
                        figure("转交责任单位办理（来电）", report.forwarded(), report.calls()),
                        figure("网民留言（件）", report.web().total()),
                        figure("网民留言转交（件）", report.web().forwarded()),
                        figure("回访（件）", report.revisits()),
                        figure("安全隐患举报（件）", report.hazards().total())));
    }

    private static List<Cell> figure(String name, int value) {
        return List.of(Cell.of(name), Cell.of(value), Cell.of(""));
    }

    private static List<Cell> figure(String name, int value, int whole) {
        return List.of(Cell.of(name), Cell.of(value), Cell.share(value, whole));
    }

    private static Table hot(List<HotProblem> hot) {
        return new Table(
                "热点问题",
                List.of(new Column("位次", 8), new Column("问题", 20), new Column("件数", 10), new Column("研判", 80)),
                hot.stream()
                        .map(problem -> List.of(
                                Cell.of(problem.rank()),
                                Cell.of(problem.group()),
                                Cell.of(problem.count()),
                                Cell.of(problem.statement())))
                        .toList());
    }

    private static Table counts(String name, String of, List<Count> counts) {
        return new Table(
                name,
                List.of(new Column(of, 32), new Column("件数", 12)),
                counts.stream()
                        .map(count -> List.of(Cell.of(count.term()), Cell.of(count.count())))
                        .toList());
    }

    private static String status(PublishedReport published) {
        Edition edition = published.edition();
        return edition == null
                ? "草稿，未印发"
                : (edition.version() == 1 ? "" : "第 " + edition.version() + " 版（更正），")
                        + ISSUED.format(edition.issuedAt().atZone(ChassisWiring.ZONE)) + "印发，校验 "
                        + edition.sha256().substring(0, 12);
    }
}
