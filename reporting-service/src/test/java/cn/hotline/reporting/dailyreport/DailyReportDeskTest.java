package cn.hotline.reporting.dailyreport;

import static cn.hotline.reporting.Told.DAY;
import static cn.hotline.reporting.Told.TEN;
import static cn.hotline.reporting.Told.call;
import static cn.hotline.reporting.Told.phone;
import static cn.hotline.reporting.Told.revisited;
import static cn.hotline.reporting.Told.through;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.hotline.chassis.Refused;
import cn.hotline.reporting.Office;
import cn.hotline.reporting.contract.ReportingEvent.DailyReportCorrected;
import cn.hotline.reporting.contract.ReportingEvent.DailyReportIssued;
import cn.hotline.reporting.dailyreport.DailyReportDesk.Issue;
import cn.hotline.reporting.dailyreport.model.DailyReport;
import cn.hotline.reporting.dailyreport.model.DailyReportRefusal;
import cn.hotline.reporting.dailyreport.model.Figure;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DailyReportDeskTest {

    private final Office office = new Office().hears(phone().answered("XN240618-000001"));

    @Test
    void anIssuedReportIsFrozenAndTold() {
        Issue issue = office.asked(office.desk.issue(DAY));
        office.hears(phone().answered("XN240618-000002"));

        PublishedReport report = office.asked(fresh().read(DAY));

        assertThat(issue.fresh()).isTrue();
        assertThat(report.report().calls()).isEqualTo(1);
        assertThat(report.edition()).isEqualTo(issue.edition());
        assertThat(issue.edition().sha256()).matches("[0-9a-f]{64}");
        assertThat(office.issued.told())
                .containsExactly(new DailyReportIssued(DAY, 1, issue.edition().sha256(), office.now()));
    }

    @Test
    void whatCameAfterTheIssueIsShownAsWhatACorrectionWouldSay() {
        office.asked(office.desk.issue(DAY));
        office.hears(phone().answered("XN240618-000002"));

        assertThat(office.asked(fresh().read(DAY)).changedSince())
                .containsExactly("来电诉求件次由1更正为2。", "直接办理件数由1更正为2。", "热点问题“噪音问题”件数由1更正为2。");
    }

    @Test
    void laterFactsMakeACorrectionBesideTheIssue() {
        Issue issue = office.asked(office.desk.issue(DAY));
        office.hears(phone().answered("XN240618-000002"));
        Issue correction = office.asked(office.desk.issue(DAY));

        assertThat(correction.edition().version()).isEqualTo(2);
        assertThat(office.asked(office.desk.read(DAY)).report().calls()).isEqualTo(2);
        assertThat(office.asked(office.desk.read(DAY, 1)).report())
                .isEqualTo(issue.edition().report());
        assertThat(office.issued.told().get(1)).isInstanceOfSatisfying(DailyReportCorrected.class, told -> {
            assertThat(told.version()).isEqualTo(2);
            assertThat(told.changes()).contains("来电诉求件次由1更正为2。");
        });
    }

    @Test
    void issuingAgainWithoutNewFactsKeepsTheEdition() {
        Issue first = office.asked(office.desk.issue(DAY));
        Issue again = office.asked(office.desk.issue(DAY));

        assertThat(again.fresh()).isFalse();
        assertThat(again.edition()).isEqualTo(first.edition());
        assertThat(office.issued.told()).hasSize(1);
    }

    @Test
    void theSameFactsGiveTheSameBytesAgain() {
        assertThat(office.draft(DAY).sha256()).isEqualTo(office.draft(DAY).sha256());
        DailyReport before = office.draft(DAY);
        office.hears(phone().answered("XN240618-000002"));
        assertThat(office.draft(DAY).sha256()).isNotEqualTo(before.sha256());
    }

    @Test
    void manyReadersOfADraftShareOneComputation() {
        for (int reader = 0; reader < 20; reader++) {
            office.asked(office.desk.read(DAY));
        }

        assertThat(office.entries.daysRead()).isEqualTo(1);
    }

    @Test
    void anIssueLooksAtTheRowsAnewEvenWhenADraftIsRemembered() {
        office.asked(office.desk.read(DAY));
        office.hears(phone().answered("XN240618-000002"));

        assertThat(office.asked(office.desk.issue(DAY)).edition().report().calls())
                .isEqualTo(2);
    }

    @Test
    void aDayThatHasNotBegunHasNoReport() {
        LocalDate tomorrow = DAY.plusDays(2);
        for (var question : new reactor.core.publisher.Mono<?>[] {
            office.desk.read(tomorrow),
            office.desk.draft(tomorrow),
            office.desk.issue(tomorrow),
            office.desk.behind(Figure.CALLS, tomorrow, null)
        }) {
            assertThat(catchThrowableOfType(Refused.class, () -> office.asked(question))
                            .reason())
                    .isEqualTo(DailyReportRefusal.DAY_NOT_BEGUN);
        }
    }

    @Test
    void everyFigureOpensToAsManyThingsAsItSays() {
        office.hears(call("c1", TEN, "PROGRESS"))
                .hears(phone().hazard("GAS").registered("XN240618-000002"))
                .hears(through("WECHAT").registered("XN240618-000003"))
                .hears(through("MAYOR_MAILBOX").answered("XN240618-000004"))
                .hears(through("FIRE_BRIGADE").hazard("FIRE_SAFETY").registered("XN240618-000005"))
                .hears(revisited("XN240618-000002", 1, "DISSATISFIED", TEN))
                .hears(revisited("XN240618-000002", 2, "SATISFIED", TEN.plusSeconds(60)));
        DailyReport report = office.draft(DAY);

        Map.of(
                        Figure.CALLS, report.calls(),
                        Figure.DIRECT, report.direct(),
                        Figure.FORWARDED, report.forwarded(),
                        Figure.WEB, report.web().total(),
                        Figure.REVISITS, report.revisits(),
                        Figure.HAZARDS, report.hazards().total())
                .forEach((figure, count) -> assertThat(office.asked(office.desk.behind(figure, DAY, null)))
                        .as(figure.term())
                        .hasSize(count)
                        .isNotEmpty());
    }

    @Test
    void aFigureNarrowsToAChannelABodyAKindOrAGroup() {
        office.hears(through("WECHAT").registered("XN240618-000003"))
                .hears(through("MAYOR_MAILBOX").answered("XN240618-000004"))
                .hears(phone().of("HC-GAS").hazard("GAS").registered("XN240618-000005"))
                .hears(through("FIRE_BRIGADE").hazard("GAS").registered("XN240618-000006"));

        assertThat(ids(Figure.WEB, "WECHAT")).containsExactly("XN240618-000003");
        assertThat(ids(Figure.HAZARDS, "12345")).containsExactly("XN240618-000005");
        assertThat(ids(Figure.HAZARDS, "GAS")).containsExactly("XN240618-000005", "XN240618-000006");
        assertThat(ids(Figure.HOT, "供气保障")).containsExactly("XN240618-000005");
    }

    @Test
    void noFigureThatTellsWhatATicketIsAboutOpensToAConfidentialOne() {
        office.hears(phone().of("HC-GAS").hazard("GAS").confidential("XN240618-000007"));

        assertThat(office.draft(DAY).hazards().total()).as("it counts").isEqualTo(1);
        assertThat(ids(Figure.HAZARDS, null)).isEmpty();
        assertThat(ids(Figure.HAZARDS, "12345")).isEmpty();
        assertThat(ids(Figure.HAZARDS, "GAS")).isEmpty();
        assertThat(ids(Figure.HOT, "供气保障")).isEmpty();
        assertThat(ids(Figure.HOT, null)).as("in whichever group").contains("XN240618-000007");
    }

    private java.util.List<String> ids(Figure figure, @Nullable String part) {
        return office.asked(office.desk.behind(figure, DAY, part)).stream()
                .map(Behind::id)
                .toList();
    }

    /** A desk that remembers nothing. */
    private DailyReportDesk fresh() {
        return new DailyReportDesk(
                new DayRows(office.entries, office.calls),
                office.issued,
                office.policy,
                office.clock,
                java.time.Duration.ZERO);
    }
}
