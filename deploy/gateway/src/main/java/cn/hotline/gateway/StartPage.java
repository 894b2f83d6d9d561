package cn.hotline.gateway;

import cn.hotline.gateway.signin.Duty;
import cn.hotline.gateway.signin.Session;
import cn.hotline.ui.NavigationProperties;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;

/** {@code /}: leads each role to its desk. */
@Controller
class StartPage {

    private final List<Desk> desks;

    StartPage(NavigationProperties addresses) {
        desks = List.of(
                new Desk("OPERATOR", "话务员", "受理台", "接听来电，登记诉求，当场答复或转派。", addresses.intake() + "/call"),
                new Desk("DISPATCHER", "派单员", "派单台", "系统拿不准的工单，核定承办单位后派出。", addresses.routing() + "/desk"),
                new Desk("UNIT", "承办单位", "收件箱", "签收、办理、答复。", addresses.routing() + "/inbox"),
                new Desk("REVISITOR", "回访员", "回访队列", "向诉求人核实：联系了吗，解决了吗，满意吗。", addresses.followup() + "/revisits"),
                new Desk("CITY_OFFICE", "市热线办", "日报与监测", "当日工作日报、安全隐患举报受理日报。", addresses.reporting() + "/daily/today"));
    }

    /** A program that shows a token sees all desks: whose it is, only the services look. */
    @GetMapping("/")
    String desks(ServerWebExchange exchange, Model model) {
        Session session = exchange.getAttribute(Session.class.getName());
        model.addAttribute("desks", session == null ? desks : of(session));
        model.addAttribute("person", session == null ? "" : session.name());
        model.addAttribute("duty", session == null ? "" : Duty.of(session));
        return "pages/gateway/start";
    }

    private List<Desk> of(Session session) {
        return desks.stream()
                .filter(desk -> session.roles().contains(desk.code()))
                .toList();
    }

    /**
     * One desk of the start page.
     *
     * @param code of the role that works there
     * @param role its Chinese name
     * @param name what it is called
     * @param purpose what is done there, in a sentence
     * @param address where it is
     */
    record Desk(String code, String role, String name, String purpose, String address) {}
}
