package cn.hotline.reporting.dailyreport;

import static cn.hotline.reporting.Told.DAY;
import static cn.hotline.reporting.Told.TEN;
import static cn.hotline.reporting.Told.at;
import static cn.hotline.reporting.Told.call;
import static cn.hotline.reporting.Told.classified;
import static cn.hotline.reporting.Told.community;
import static cn.hotline.reporting.Told.dispatched;
import static cn.hotline.reporting.Told.phone;
import static cn.hotline.reporting.Told.through;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.reporting.Office;
import cn.hotline.reporting.dailyreport.model.Count;
import cn.hotline.reporting.dailyreport.model.DailyReport;
import cn.hotline.reporting.dailyreport.model.Figure;
import cn.hotline.reporting.dailyreport.model.HotProblem;
import cn.hotline.reporting.dailyreport.model.Identity;
import org.junit.jupiter.api.Test;

class WhatCountsTest {

    private static final String COMMUNITY = "630102002008";

    private final Office office = new Office();

    @Test
    void aCallWithoutTicketIsOneCallHandledDirectly() {
        office.hears(call("c1", TEN, "PROGRESS"));

        assertThat(calls()).isEqualTo("1 = 1 + 0");
    }

    @Test
    void severalTicketsOfOneCallAreOneCall() {
        office.hears(phone().registered("XN240618-000001"))
                .hears(call("c1", TEN, "TICKETS", "XN240618-000001"))
                .hears(phone().in("c1").answered("XN240618-000002"))
                .hears(phone().in("c1").registered("XN240618-000003"));

        assertThat(calls()).isEqualTo("1 = 0 + 1");
    }

    @Test
    void aTicketThatBelongsToNoCallIsACallOfItsOwn() {
        office.hears(call("c1", TEN, "SILENT")).hears(phone().answered("XN240618-000001"));

        assertThat(calls()).isEqualTo("2 = 2 + 0");
    }

    @Test
    void ticketsOfACallWhoseRecordHasNotComeAreOneCallBeforeAndAfterItComes() {
        office.hears(phone().in("c1").registered("XN240618-000001"))
                .hears(phone().in("c1").registered("XN240618-000002"));
        String before = calls();
        office.hears(call("c1", TEN, "TICKETS"));

        assertThat(before).isEqualTo("1 = 0 + 1");
        assertThat(calls()).isEqualTo(before);
    }

    @Test
    void aCallBeforeMidnightKeepsItsTicketOfAfterMidnight() {
        office.hears(call("c1", at(DAY, 23, 58), "TICKETS"))
                .hears(phone().in("c1").receivedAt(at(DAY.plusDays(1), 0, 4)).registered("XN240619-000001"));

        assertThat(calls()).isEqualTo("1 = 0 + 1");
        assertThat(office.draft(DAY.plusDays(1)).calls()).isZero();
    }

    @Test
    void aCallThatNamesItsTicketKeepsItAcrossMidnightToo() {
        office.hears(phone().receivedAt(at(DAY.plusDays(1), 0, 1)).registered("XN240619-000001"))
                .hears(call("c1", at(DAY, 23, 58), "TICKETS", "XN240619-000001"));

        assertThat(calls()).isEqualTo("1 = 0 + 1");
        assertThat(office.draft(DAY.plusDays(1)).calls()).isZero();
    }

    @Test
    void aMessageReceivedAtTenToMidnightBelongsToThatDayWheneverItIsStored() {
        office.hears(through("MAYOR_MAILBOX").receivedAt(at(DAY, 23, 50)).registered("XN240619-000001"));

        assertThat(office.draft(DAY).web().total()).isEqualTo(1);
        assertThat(office.draft(DAY.plusDays(1)).web().total()).isZero();
    }

    @Test
    void forwardedAtIntakeStaysForwardedWhateverTheUnitDoes() {
        office.hears(phone().registered("XN240618-000001")).hears(dispatched("XN240618-000001", "EE-NOISE", "噪音问题"));

        assertThat(calls()).isEqualTo("1 = 0 + 1");
    }

    @Test
    void refusedAndTransferredCallsAreHandledDirectly() {
        office.hears(phone().rejected("XN240618-000001")).hears(phone().transferredOut("XN240618-000002"));

        assertThat(calls()).isEqualTo("2 = 2 + 0");
    }

    @Test
    void anOutcomeThatTheTableDoesNotKnowShowsAsAnIdentityThatDoesNotHold() {
        office.hears(call("c1", TEN, "SOMETHING_NEW"));

        assertThat(office.draft(DAY).identities())
                .filteredOn(identity -> !identity.holds())
                .extracting(Identity::name)
                .containsExactly("DIRECT_AND_FORWARDED_ARE_CALLS");
    }

    @Test
    void aWebChannelThatIsNotConfiguredShowsAsAnIdentityThatDoesNotHold() {
        office.hears(through("DOUYIN").registered("XN240618-000001"));

        assertThat(office.draft(DAY).identities())
                .filteredOn(identity -> !identity.holds())
                .extracting(Identity::name)
                .containsExactly("CHANNELS_ARE_WEB");
    }

    @Test
    void walkInsAndPartnersAreNeitherCallsNorWeb() {
        office.hears(through("WALK_IN").registered("XN240618-000001"))
                .hears(through("GRID_WORKER").registered("XN240618-000002"));

        DailyReport report = office.draft(DAY);

        assertThat(report.calls() + report.web().total()).isZero();
        assertThat(report.hot()).isEmpty();
    }

    @Test
    void webMessagesAreNotAmongForwardedCallsButTheirOwnAreTold() {
        office.hears(through("WECHAT").registered("XN240618-000001"))
                .hears(through("WECHAT").answered("XN240618-000002"));

        DailyReport report = office.draft(DAY);

        assertThat(report.forwarded()).isZero();
        assertThat(report.web().forwarded()).isEqualTo(1);
    }

    @Test
    void aTicketCountsInTheGroupThatRoutingFoundLast() {
        office.hears(phone().of("EE-NOISE").registered("XN240618-000001"))
                .hears(classified("XN240618-000001", "HC-SITE", "工程施工"))
                .hears(dispatched("XN240618-000001", "UM-TRADE", "占道经营"));

        assertThat(office.draft(DAY).hot()).extracting(HotProblem::group).containsExactly("占道经营");
    }

    @Test
    void aTicketAnsweredAtTheDeskCountsInTheGroupOfTheOperatorsCategory() {
        office.hears(phone().of("HC-PROPERTY").answered("XN240618-000001"))
                .hears(phone().of(null).answered("XN240618-000002"));

        assertThat(office.draft(DAY).hot())
                .extracting(HotProblem::statement)
                .containsExactly("1.物业服务1件，无集中反映问题，12345政务服务便民热线已及时联系相应县区政府核实处理。");
    }

    @Test
    void equalCountsStandInTheOrderOfTheCategories() {
        office.hears(phone().of("EE-NOISE").answered("XN240618-000001"))
                .hears(phone().of("MS-CONSUMER").answered("XN240618-000002"))
                .hears(phone().of("HC-PROPERTY").answered("XN240618-000003"))
                .hears(phone().of("UM-DOGS").answered("XN240618-000004"));

        assertThat(office.draft(DAY).hot()).extracting(HotProblem::group).containsExactly("物业服务", "消费维权", "噪音问题");
    }

    @Test
    void fiveCallersOfOneCommunityAboutOneThingAreAConcentratedProblem() {
        noiseFrom("甲", "乙", "丙", "丁", "戊");

        HotProblem noise = office.draft(DAY).hot().get(0);

        assertThat(noise.statement()).isEqualTo("1.噪音问题5件，主要集中反映城东区团结社区噪音问题，12345政务服务便民热线已及时联系相应县区政府核实处理。");
        assertThat(noise.concentrated()).singleElement().satisfies(place -> {
            assertThat(place.callers()).isEqualTo(5);
            assertThat(place.tickets()).hasSize(5);
        });
    }

    @Test
    void aConfidentialTicketCountsButWhereItComesFromIsPrintedNowhere() {
        noiseFrom("甲", "乙", "丙", "丁");
        office.hears(phone().by("戊").confidential("XN240618-000009"))
                .hears(classified("XN240618-000009", "EE-NOISE", "噪音问题", community(COMMUNITY, "团结社区")));

        HotProblem noise = office.draft(DAY).hot().get(0);

        assertThat(noise.count()).isEqualTo(5);
        assertThat(noise.statement()).contains("无集中反映问题");
        assertThat(office.asked(office.desk.behind(Figure.HOT, DAY, null)).stream()
                        .flatMap(behind -> behind.tickets().stream())
                        .filter(ticket -> ticket.number().equals("XN240618-000009"))
                        .map(ticket -> ticket.registration().matter().title()))
                .containsExactly("保密诉求");
    }

    @Test
    void oneCallerWhoCallsFiveTimesIsARepeatAndNotAConcentration() {
        noiseFrom("甲", "甲", "甲", "甲", "甲", "乙", null);

        assertThat(office.draft(DAY).hot().get(0).statement()).contains("无集中反映问题");
    }

    @Test
    void theCommunityTheOperatorChoseCountsWhereRoutingFoundNone() {
        for (int i = 1; i <= 5; i++) {
            office.hears(phone().by("caller-" + i).from(COMMUNITY).answered("XN240618-00000" + i));
        }

        assertThat(office.draft(DAY).hot().get(0).statement()).contains("主要集中反映城东区团结社区噪音问题");
    }

    @Test
    void hazardsCountForTheBodyThatReceivedThemAndKindsByFrequency() {
        office.hears(phone().hazard("GAS").registered("XN240618-000001"))
                .hears(through("WECHAT").hazard("GAS").answered("XN240618-000002"))
                .hears(through("FIRE_BRIGADE").hazard("FIRE_SAFETY").registered("XN240618-000003"))
                .hears(through("GRID_WORKER").hazard("TRAFFIC").registered("XN240618-000004"));

        var hazards = office.draft(DAY).hazards();

        assertThat(hazards.text())
                .isEqualTo("6月18日，西宁市共收到安全隐患举报3件，其中12345政务服务便民热线接收举报2件、西宁市消防救援支队接收举报1件。"
                        + "举报件主要反映燃气、消防安全等问题，已及时联系相应县区政府核实处理。");
        assertThat(hazards.bodies()).extracting(Count::count).containsExactly(2, 0, 1);
    }

    @Test
    void sixKindsOfEqualFrequencyPrintTheFirstFiveOfTheConfiguredOrder() {
        int number = 0;
        for (String kind : new String[] {
            "GAS", "SPECIAL_EQUIPMENT", "URBAN_CONSTRUCTION", "MUNICIPAL_ROADS", "RESIDENTIAL_PROPERTY", "FIRE_SAFETY"
        }) {
            office.hears(phone().hazard(kind).registered("XN240618-00000" + ++number));
        }

        assertThat(office.draft(DAY).hazards().text()).contains("主要反映消防安全、小区物业、市政道路、城乡建设、特种设备等问题");
    }

    @Test
    void aDayOnWhichNothingHappenedIsSaidInWholeSentences() {
        DailyReport report = office.draft(DAY);

        assertThat(report.text()).isEqualTo("6月18日，12345政务服务便民热线接听群众来电诉求0件次，网民留言0件，直接办理0件，转交责任单位办理0件。回访量0件。热点问题：无。");
        assertThat(report.hazards().text()).isEqualTo("6月18日，西宁市共收到安全隐患举报0件。");
    }

    private void noiseFrom(String... callers) {
        int number = 0;
        for (String caller : callers) {
            String ticket = "XN240618-00000" + ++number;
            office.hears(phone().by(caller).registered(ticket))
                    .hears(classified(ticket, "EE-NOISE", "噪音问题", community(COMMUNITY, "团结社区")));
        }
    }

    /** calls = direct + forwarded */
    private String calls() {
        DailyReport report = office.draft(DAY);
        return report.calls() + " = " + report.direct() + " + " + report.forwarded();
    }
}
