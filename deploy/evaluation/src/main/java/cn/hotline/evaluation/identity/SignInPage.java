package cn.hotline.evaluation.identity;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 登录页, with the demo accounts and their password: this is evaluation. */
@Controller
class SignInPage {

    static final String ADDRESS = "/login";
    static final String REFUSED = ADDRESS + "?refused";

    private final Accounts accounts;
    private final IdentityProperties settings;

    SignInPage(Accounts accounts, IdentityProperties settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @GetMapping(ADDRESS)
    String page(@RequestParam(required = false) String refused, Model model) {
        model.addAttribute("refused", refused != null);
        model.addAttribute("accounts", accounts.listed());
        model.addAttribute("secret", settings.secret());
        return "identity/login";
    }
}
