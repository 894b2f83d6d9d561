package cn.hotline.gateway;

import cn.hotline.gateway.signin.Duty;
import cn.hotline.gateway.signin.Session;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ServerWebExchange;

/** {@code /}: leads each role to its desk. */
@Controller
class StartPage {

    private final Desks desks;

    StartPage(Desks desks) {
        this.desks = desks;
    }

    /** A program that shows a token sees all desks: whose it is, only the services look. */
    @GetMapping("/")
    String desks(ServerWebExchange exchange, Model model) {
        Session session = exchange.getAttribute(Session.class.getName());
        model.addAttribute("desks", session == null ? desks.all() : desks.of(session.roles()));
        model.addAttribute("person", session == null ? "" : session.name());
        model.addAttribute("duty", session == null ? "" : Duty.of(session));
        return "pages/gateway/start";
    }
}
