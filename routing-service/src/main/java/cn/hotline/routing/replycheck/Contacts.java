package cn.hotline.routing.replycheck;

import cn.hotline.routing.classification.model.AppealKind;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.replycheck.ReplyWords.Use;
import cn.hotline.routing.replycheck.model.Asked;
import cn.hotline.routing.replycheck.model.Given;
import cn.hotline.routing.replycheck.model.Given.Spoken;
import cn.hotline.routing.replycheck.model.Reach;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 联系诉求人: whoever asked was spoken with, or the account says honestly why not: anonymous, wanted no reply, or not
 * reached in {@value #ATTEMPTS} attempts. Who left no number is not spoken with but by a contact that is recorded.
 */
final class Contacts implements Rule {

    private static final int ATTEMPTS = 3;

    /** 三次, 5次. */
    private static final Pattern TIMES = Pattern.compile("([0-9]{1,2}|[一二两三四五六七八九十]) ?次");
    /** 9:30, 9时30分, 上午10点. */
    private static final Pattern CLOCK = Pattern.compile("[0-9]{1,2}(?::[0-9]{2}|[时点](?:[0-9]{1,2}分?|半)?)");

    private static final String NUMERALS = "一二三四五六七八九十";

    private final ReplyWords words;

    Contacts(ReplyWords words) {
        this.words = words;
    }

    @Override
    public Optional<ReplyDoubt> doubt(Asked asked, Given given) {
        if (given.contact() != Spoken.NO) {
            return asked.reach() == Reach.ANONYMOUS && given.contact() != Spoken.RECORDED
                    ? doubted("诉求人匿名且没有留下号码，答复却填写已联系；请登记实际的联系，或改为未联系。")
                    : Optional.empty();
        }
        String account = WordIndex.plain(given.account());
        return switch (asked.reach()) {
            case ANONYMOUS ->
                words.any(account, Use.ANONYMOUS) ? Optional.empty() : doubted("诉求人匿名且没有留下号码，请在办理情况中写明无法联系。");
            case WANTS_NONE ->
                words.any(account, Use.WANTS_NONE) ? Optional.empty() : doubted("诉求人不要求回复，请在办理情况中写明因此没有联系。");
            case REACHABLE ->
                asked.kind() == AppealKind.PRAISE
                                || words.any(account, Use.UNREACHABLE) && attempts(account) >= ATTEMPTS
                        ? Optional.empty()
                        : doubted("没有联系诉求人。请联系后再答复；联系不上的，请在办理情况中写明至少" + ATTEMPTS + "次联系的时间和情况。");
        };
    }

    private static Optional<ReplyDoubt> doubted(String sentence) {
        return Optional.of(new ReplyDoubt(Kind.CONTACT_MISSING, sentence, List.of()));
    }

    private static int attempts(String account) {
        int told = (int) CLOCK.matcher(account).results().count();
        Matcher times = TIMES.matcher(account);
        while (times.find()) {
            told = Math.max(told, number(times.group(1)));
        }
        return told;
    }

    private static int number(String said) {
        return said.equals("两") ? 2 : NUMERALS.contains(said) ? NUMERALS.indexOf(said) + 1 : Integer.parseInt(said);
    }
}
