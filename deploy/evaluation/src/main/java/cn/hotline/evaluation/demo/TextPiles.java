package cn.hotline.evaluation.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The texts in shuffled piles that are dealt over and over, so that each text of a pile is used as seldom as can be and
 * no problem looks concentrated.
 */
final class TextPiles {

    private final List<DemoText> texts;
    private final Set<String> hotGroups;
    private final Random random;
    private final Map<String, List<DemoText>> piles = new HashMap<>();
    private final Map<String, Integer> dealt = new HashMap<>();

    TextPiles(List<DemoText> texts, Set<String> hotGroups, Random random) {
        this.texts = texts;
        this.hotGroups = hotGroups;
        this.random = random;
    }

    /** To be answered at once, of one group. */
    List<DemoText> answered(String group, int count) {
        return deal(
                "answered " + group,
                text -> text.answerable() && text.reportGroup().equals(group),
                count);
    }

    /** To be answered at once, of none of the hot groups. */
    List<DemoText> answered(int count) {
        return deal("answered", text -> text.answerable() && isCool(text), count);
    }

    /** To be forwarded, of one group, no hazard. */
    List<DemoText> forwarded(String group, int count) {
        return deal(
                "forwarded " + group,
                text -> text.forwardable() && text.reportGroup().equals(group) && text.hazardKind() == null,
                count);
    }

    /** To be forwarded, of none of the hot groups, no hazard. */
    List<DemoText> forwarded(int count) {
        return deal("forwarded", text -> text.forwardable() && isCool(text) && text.hazardKind() == null, count);
    }

    /** To be forwarded, with a place that leads to a county. */
    List<DemoText> placed(int count) {
        return deal("placed", text -> text.forwardable() && text.divisionCode() != null, count);
    }

    List<DemoText> hazards(String kind, int count) {
        return deal("hazard " + kind, text -> text.forwardable() && kind.equals(text.hazardKind()), count);
    }

    private boolean isCool(DemoText text) {
        return !hotGroups.contains(text.reportGroup());
    }

    private List<DemoText> deal(String name, Predicate<DemoText> belongs, int count) {
        List<DemoText> pile = piles.computeIfAbsent(name, any -> shuffled(belongs));
        if (pile.isEmpty()) {
            throw new IllegalStateException("No demo text is " + name);
        }
        List<DemoText> hand = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hand.add(pile.get(dealt.merge(name, 1, Integer::sum) % pile.size()));
        }
        return hand;
    }

    private List<DemoText> shuffled(Predicate<DemoText> belongs) {
        List<DemoText> pile = new ArrayList<>(texts.stream().filter(belongs).toList());
        Collections.shuffle(pile, random);
        return pile;
    }
}
