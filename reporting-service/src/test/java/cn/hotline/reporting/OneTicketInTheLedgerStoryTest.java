package cn.hotline.reporting;

import static cn.hotline.reporting.Told.DAY;
import static cn.hotline.reporting.Told.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.reporting.dailyreport.DailyReportDesk.Issue;
import cn.hotline.reporting.dailyreport.model.HotProblem;
import cn.hotline.reporting.ledger.model.LedgerStatus;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** One ticket as the city office sees it, from the call to the correction of the day's report. */
class OneTicketInTheLedgerStoryTest {

    private static final String TICKET = "XN240618-000123";

    @Test
    void fromTheCallToTheDaysReport() {
        Office office = new Office();

        // A resident calls about noise at night; the operator forwards it and notes the call.
        office.hears(Told.phone().of(null).registered(TICKET)).hears(Told.call("call-77", TEN, "TICKETS", TICKET));
        assertThat(statusIn(office)).isEqualTo(LedgerStatus.PENDING_DISPATCH);
        assertThat(office.draft(DAY).hot()).isEmpty();

        // Routing knows what it is about and who must answer.
        office.hears(Told.classified(TICKET, "EE-NOISE", "噪音问题")).hears(Told.dispatched(TICKET, "EE-NOISE", "噪音问题"));
        assertThat(office.draft(DAY).hot()).extracting(HotProblem::group).containsExactly("噪音问题");

        // The unit answers, the caller is asked, and is not served; the second time they are.
        Instant answeredAt = TEN.plus(Duration.ofHours(5));
        office.hears(Told.acknowledged(TICKET))
                .hears(Told.replied(TICKET, answeredAt))
                .hears(Told.replyDecided(TICKET, true, answeredAt));
        assertThat(statusIn(office)).isEqualTo(LedgerStatus.PENDING_FOLLOWUP);
        office.hears(Told.revisited(TICKET, 1, "DISSATISFIED", answeredAt.plusSeconds(3_600)))
                .hears(Told.reopened(TICKET, answeredAt.plusSeconds(3_600)));
        assertThat(statusIn(office)).isEqualTo(LedgerStatus.SECOND_HANDLING);

        // The morning after, the office issues the day's report.
        Issue issue = office.asked(office.desk.issue(DAY));
        assertThat(issue.edition().report().text())
                .startsWith("6月18日，12345政务服务便民热线接听群众来电诉求1件次，网民留言0件，直接办理0件，转交责任单位办理1件。回访量1件。");

        // A letter that reached the mayor's mailbox that evening is entered only now.
        office.hears(
                Told.through("MAYOR_MAILBOX").receivedAt(Told.at(DAY, 23, 50)).registered("XN240619-000001"));
        Issue correction = office.asked(office.desk.issue(DAY));
        assertThat(correction.edition().version()).isEqualTo(2);
        assertThat(correction.edition().changes()).contains("网民留言件数由0更正为1。", "市长信箱留言件数由0更正为1。");

        // Second handling serves the caller; that revisit is a figure of its own day.
        Instant secondAnswer = answeredAt.plus(Duration.ofDays(1));
        office.hears(Told.replied(TICKET, secondAnswer))
                .hears(Told.replyDecided(TICKET, true, secondAnswer))
                .hears(Told.revisited(TICKET, 2, "SATISFIED", secondAnswer.plusSeconds(60)))
                .hears(Told.closed(TICKET, secondAnswer.plusSeconds(60)));
        assertThat(statusIn(office)).isEqualTo(LedgerStatus.CLOSED);
        assertThat(office.draft(DAY).revisits()).isEqualTo(1);
        assertThat(office.draft(DAY.plusDays(1)).revisits()).isEqualTo(1);
    }

    private static LedgerStatus statusIn(Office office) {
        return office.asked(office.ledger.row(TICKET)).status();
    }
}
