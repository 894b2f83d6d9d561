package cn.hotline.routing.dispatch.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.hotline.chassis.Refused;
import cn.hotline.chassis.Refused.FieldError;
import cn.hotline.routing.dispatch.Desks;
import cn.hotline.routing.dispatch.People;
import cn.hotline.routing.dispatch.model.Assignment.Taker;
import cn.hotline.routing.roster.InMemoryRosters;
import cn.hotline.routing.roster.model.Leave;
import cn.hotline.routing.roster.model.Roster.Plan;
import cn.hotline.ui.Choice;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ColleaguesTest {

    private final Desks desks = new Desks();
    private final Colleagues colleagues = new Colleagues(desks.rosters, desks.clock);

    @Test
    void whoeverHeadsAUnitChoosesFromItsRosterAndSeesWhoIsAwayAndWhoIsOnDuty() {
        Plan usual = InMemoryRosters.usual("630103");
        LocalDate today = LocalDate.now(desks.clock);
        Leave away = new Leave("unit-630103-deputy", today, LocalDate.parse("2026-11-27"), "unit-630103");
        desks.rosters.with("630103", new Plan(usual.people(), List.of(away), usual.duty()));

        assertThat(colleagues.of(People.CENTRE_HEAD).block())
                .extracting(Choice::code, Choice::term)
                .containsExactly(
                        tuple("unit-630103", "李芳（经办人，今日值班）"),
                        tuple("unit-630103-deputy", "吴静（副职，休假至 11-27，李芳代理）"),
                        tuple("unit-630103-head", "陈刚（负责人）"));
    }

    @Test
    void aClerkAndADispatcherChooseFromNobodyAndSoDoesAUnitWithoutARoster() {
        assertThat(colleagues.of(People.CENTRE_CLERK).block()).isEmpty();
        assertThat(colleagues.of(People.DISPATCHER).block()).isEmpty();
        desks.rosters.without("630103");
        assertThat(colleagues.of(People.CENTRE_HEAD).block()).isEmpty();
    }

    @Test
    void onlySomebodyOfTheRosterIsNamedAndByTheirName() {
        assertThat(colleagues.named(People.CENTRE, "account", "unit-630103").block())
                .isEqualTo(new Taker("unit-630103", "李芳"));

        var refused = catchThrowableOfType(
                Refused.class,
                () -> colleagues.named(People.CENTRE, "account", "unit-630105").block());
        assertThat(refused.errors()).extracting(FieldError::field).containsExactly("account");
    }
}
