package cn.hotline.reporting.dailyreport;

import static cn.hotline.reporting.Told.at;
import static cn.hotline.reporting.Told.call;
import static cn.hotline.reporting.Told.phone;
import static cn.hotline.reporting.Told.revisited;
import static cn.hotline.reporting.Told.through;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.reporting.Office;
import cn.hotline.reporting.Told;
import cn.hotline.reporting.Told.Contact;
import cn.hotline.reporting.dailyreport.model.Count;
import cn.hotline.reporting.dailyreport.model.DailyReport;
import cn.hotline.reporting.dailyreport.model.HotProblem;
import cn.hotline.reporting.dailyreport.model.Identity;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The two days that were printed in the newspaper, told as events, come out as they were printed. */
class PrintedDaysTest {

    private static final LocalDate WINTER_DAY = LocalDate.of(2024, 2, 24);

    private static final String DAILY = "6月18日，12345政务服务便民热线接听群众来电诉求1084件次，"
            + "网民留言88件（西宁12345微信公众号55件、市长信箱31件、市委网信办1件、青海12345政务服务网站1件），"
            + "直接办理625件，转交责任单位办理459件。回访量221件。"
            + "热点问题：1.物业服务62件，无集中反映问题，12345政务服务便民热线已及时联系相应县区政府核实处理。"
            + "2.消费维权46件，无集中反映问题，12345政务服务便民热线已及时联系相应县区政府核实处理。"
            + "3.噪音问题43件，无集中反映问题，12345政务服务便民热线已及时联系相应县区政府核实处理。";

    private static final String HAZARDS = "6月18日，西宁市共收到安全隐患举报53件，"
            + "其中12345政务服务便民热线接收举报33件、西宁市应急管理局接收举报1件、西宁市消防救援支队接收举报19件。"
            + "举报件主要反映消防安全、小区物业、市政道路、城乡建设、特种设备等问题，已及时联系相应县区政府核实处理。";

    private final Office office = new Office();
    private int numbers;

    @Test
    void theEighteenthOfJuneIsPrintedToTheLetter() {
        DailyReport report = theEighteenthOfJune();

        assertThat(report.title()).isEqualTo("西宁市党建引领“有诉必应马上办”机制创新工作日报");
        assertThat(report.text()).isEqualTo(DAILY);
        assertThat(report.hazards().title()).isEqualTo("西宁市安全隐患举报受理情况日报");
        assertThat(report.hazards().text()).isEqualTo(HAZARDS);
        assertThat(report.hot())
                .extracting(HotProblem::statement)
                .containsExactly(DAILY.substring(DAILY.indexOf("1.物业")).split("(?<=处理。)"));
    }

    @Test
    void theEighteenthOfJuneHasItsFigures() {
        DailyReport report = theEighteenthOfJune();

        assertThat(List.of(
                        report.calls(),
                        report.web().total(),
                        report.direct(),
                        report.forwarded(),
                        report.revisits(),
                        report.hazards().total()))
                .containsExactly(1084, 88, 625, 459, 221, 53);
        assertThat(report.web().channels()).extracting(Count::count).containsExactly(55, 31, 1, 1);
        assertThat(report.hazards().bodies()).extracting(Count::count).containsExactly(33, 1, 19);
        assertThat(report.identities()).allMatch(Identity::holds).hasSize(3);
    }

    @Test
    void theWinterDayHoldsItsIdentities() {
        for (int i = 0; i < 188; i++) {
            office.hears(phone().receivedAt(at(WINTER_DAY, 9, i % 60)).registered(next()));
        }
        for (int i = 0; i < 283; i++) {
            office.hears(phone().receivedAt(at(WINTER_DAY, 14, i % 60)).answered(next()));
        }
        for (int i = 0; i < 31; i++) {
            office.hears(through("WECHAT").receivedAt(at(WINTER_DAY, 20, i)).registered(next()));
        }
        office.hears(through("MAYOR_MAILBOX").receivedAt(at(WINTER_DAY, 8, 0)).answered(next()));
        for (int i = 0; i < 53; i++) {
            office.hears(revisited(next(), 1, "SATISFIED", at(WINTER_DAY, 16, i)));
        }

        DailyReport report = office.draft(WINTER_DAY);

        assertThat(report.text())
                .startsWith("2月24日，12345政务服务便民热线接听群众来电诉求471件次，"
                        + "网民留言32件（西宁12345微信公众号31件、市长信箱1件），直接办理283件，转交责任单位办理188件。回访量53件。");
        assertThat(report.direct() + report.forwarded()).isEqualTo(report.calls());
        assertThat(report.identities()).allMatch(Identity::holds);
    }

    /** 1,084 calls of every sort, 88 messages, 20 reports of the other bodies, 221 revisits of earlier tickets. */
    private DailyReport theEighteenthOfJune() {
        Deque<Contact> matters = new ArrayDeque<>(matters());
        for (int i = 0; i < 450; i++) {
            office.hears(matters.pop().registered(next()));
        }
        for (int i = 0; i < 9; i++) {
            String call = "call-forwarded-" + i;
            String first = next();
            office.hears(matters.pop().registered(first));
            office.hears(call(call, Told.TEN, "TICKETS", first));
            office.hears(matters.pop().in(call).answered(next()));
            office.hears(matters.pop().in(call).registered(next()));
        }
        for (int i = 0; i < 500; i++) {
            office.hears(matters.pop().answered(next()));
        }
        for (int i = 0; i < 15; i++) {
            office.hears(matters.pop().rejected(next()));
        }
        for (int i = 0; i < 10; i++) {
            office.hears(matters.pop().transferredOut(next()));
        }
        List<String> outcomes =
                List.of("PROGRESS", "PRAISE", "SILENT", "ABUSE", "REFUSED", "TRANSFERRED", "OTHER", "TICKETS");
        for (int i = 0; i < 100; i++) {
            office.hears(call("call-" + i, Told.TEN, outcomes.get(i % outcomes.size())));
        }
        int web = 0;
        for (String channel : web()) {
            Contact message = through(channel).of(matters.pop().category());
            office.hears(web++ % 2 == 0 ? message.registered(next()) : message.answered(next()));
        }
        hazardsOfOtherBodies();
        revisits();
        return office.draft(Told.DAY);
    }

    /** Classes such that the first three are 62, 46 and 43, and 33 hazards, none of them in calls without a ticket. */
    private static List<Contact> matters() {
        List<String> others = List.of(
                "HC-HEATING",
                "HC-WATER",
                "UM-TRADE",
                "UM-LAMP",
                "TR-BUS",
                "TR-PARKING",
                "PS-ORDER",
                "LS-WAGES",
                "LS-INSURANCE",
                "HE-MEDICARE",
                "ED-ENROL",
                "CA-ELDERLY",
                "AG-VILLAGE",
                "CP-TELECOM",
                "FT-TAX",
                "BE-SERVICE",
                "HC-TITLE",
                "HC-FUND",
                "MS-EQUIPMENT",
                "EE-AIR",
                "UM-DOGS",
                "TR-TAXI",
                "EM-FIRE",
                "UM-ROADS",
                "HC-SITE",
                "HE-SERVICE",
                "ED-TRAINING",
                "WA-RIVER",
                "CT-SPORTS",
                "CP-EXPRESS");
        List<Contact> matters = new ArrayList<>();
        for (int i = 0; i < 62; i++) {
            matters.add(phone().of("HC-PROPERTY"));
        }
        for (int i = 0; i < 46; i++) {
            matters.add(phone().of("MS-CONSUMER"));
        }
        for (int i = 0; i < 43; i++) {
            matters.add(phone().of("EE-NOISE"));
        }
        for (int i = 0; matters.size() < 1090; i++) {
            matters.add(phone().of(others.get(i % others.size())));
        }
        List<String> kinds = kinds(8, 9, 7, 5, 3, 1);
        IntStream.range(0, kinds.size())
                .forEach(i -> matters.set(i, matters.get(i).hazard(kinds.get(i))));
        return matters;
    }

    private void hazardsOfOtherBodies() {
        List<String> kinds = kinds(12, 3, 1, 1, 1, 2);
        for (int i = 0; i < kinds.size(); i++) {
            String body = i == 0 ? "EMERGENCY_BUREAU" : "FIRE_BRIGADE";
            office.hears(through(body).of("EM-FIRE").hazard(kinds.get(i)).registered(next()));
        }
    }

    private void revisits() {
        for (int i = 0; i < 219; i++) {
            String number = next();
            office.hears(
                    phone().receivedAt(at(Told.DAY.minusDays(1 + i % 2), 11, 0)).registered(number));
            office.hears(revisited(number, 1, "SATISFIED", at(Told.DAY, 15, i % 60)));
        }
        String twice = next();
        office.hears(phone().receivedAt(at(Told.DAY.minusDays(2), 11, 0)).registered(twice));
        office.hears(revisited(twice, 1, "DISSATISFIED", at(Told.DAY, 0, 0)));
        office.hears(revisited(twice, 2, "SATISFIED", at(Told.DAY, 23, 59)));
        office.hears(revisited(next(), 1, "SATISFIED", at(Told.DAY.minusDays(1), 23, 59)));
    }

    private static List<String> web() {
        List<String> channels = new ArrayList<>();
        channels.addAll(Collections.nCopies(55, "WECHAT"));
        channels.addAll(Collections.nCopies(31, "MAYOR_MAILBOX"));
        channels.add("NET_INFO_OFFICE");
        channels.add("PROVINCE_PORTAL");
        return channels;
    }

    private static List<String> kinds(int fire, int property, int roads, int construction, int equipment, int gas) {
        List<String> kinds = new ArrayList<>();
        kinds.addAll(Collections.nCopies(fire, "FIRE_SAFETY"));
        kinds.addAll(Collections.nCopies(property, "RESIDENTIAL_PROPERTY"));
        kinds.addAll(Collections.nCopies(roads, "MUNICIPAL_ROADS"));
        kinds.addAll(Collections.nCopies(construction, "URBAN_CONSTRUCTION"));
        kinds.addAll(Collections.nCopies(equipment, "SPECIAL_EQUIPMENT"));
        kinds.addAll(Collections.nCopies(gas, "GAS"));
        return kinds;
    }

    private String next() {
        return "XN240618-%06d".formatted(++numbers);
    }
}
