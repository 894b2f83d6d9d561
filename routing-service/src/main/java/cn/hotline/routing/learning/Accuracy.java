package cn.hotline.routing.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/** How right, and how rightly sure, decisions were on texts whose classes are known. */
public final class Accuracy {

    /** From which confidence on a decision is said to be sure. */
    public static final double SURE = 0.9;

    private static final int TENTHS = 10;

    private final List<String> labels;
    private final int[][] table;
    private final List<Decision> decisions;

    /**
     * One decision.
     *
     * @param said the class decided for
     * @param confidence how sure it was, 0 to 1
     */
    public record Decision(String right, String said, double confidence) {
        boolean isRight() {
            return right.equals(said);
        }
    }

    /**
     * Of the class: how many there are, how many said, and how many of both.
     *
     * @param texts of the class
     * @param said decisions for the class
     * @param hits decisions for the class that were right
     */
    public record OfClass(String label, int texts, int said, int hits) {

        public double precision() {
            return said == 0 ? 0 : (double) hits / said;
        }

        public double recall() {
            return texts == 0 ? 0 : (double) hits / texts;
        }

        public double f1() {
            return texts + said == 0 ? 0 : 2.0 * hits / (texts + said);
        }
    }

    private Accuracy(List<Decision> decisions) {
        this.decisions = List.copyOf(decisions);
        var all = new TreeSet<String>();
        decisions.forEach(decision -> {
            all.add(decision.right());
            all.add(decision.said());
        });
        this.labels = List.copyOf(all);
        this.table = new int[labels.size()][labels.size()];
        decisions.forEach(decision -> table[labels.indexOf(decision.right())][labels.indexOf(decision.said())]++);
    }

    public static Accuracy of(List<Decision> decisions) {
        return new Accuracy(decisions);
    }

    public int texts() {
        return decisions.size();
    }

    public double accuracy() {
        return share(decisions.stream().filter(Decision::isRight).count(), decisions.size());
    }

    /** The mean of the F1 of the classes that texts have, each counting the same. */
    public double macroF1() {
        return there().mapToDouble(OfClass::f1).average().orElse(0);
    }

    public List<OfClass> classes() {
        var classes = new ArrayList<OfClass>();
        for (int i = 0; i < labels.size(); i++) {
            int texts = 0;
            int said = 0;
            for (int j = 0; j < labels.size(); j++) {
                texts += table[i][j];
                said += table[j][i];
            }
            classes.add(new OfClass(labels.get(i), texts, said, table[i][i]));
        }
        return List.copyOf(classes);
    }

    /** The share of decisions that were said to be sure. */
    public double sureShare() {
        return share(sure().size(), decisions.size());
    }

    /** The share of right ones among those said to be sure; 1 when none was. */
    public double sureRight() {
        return sure().isEmpty()
                ? 1
                : share(sure().stream().filter(Decision::isRight).count(), sure().size());
    }

    /** How far, on average, what was said differs from what was right, by tenths of confidence. */
    public double calibrationError() {
        double error = 0;
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            var inside = inTenth(tenth);
            double said = inside.stream().mapToDouble(Decision::confidence).sum();
            error += Math.abs(said - inside.stream().filter(Decision::isRight).count());
        }
        return decisions.isEmpty() ? 0 : error / decisions.size();
    }

    /** Everything, for people: by class, table of confusions, calibration; then the figures as {@code name value}. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add("类别 class\t查准 precision\t查全 recall\tF1\t文本 texts");
        classes()
                .forEach(each -> lines.add(each.label() + "\t" + figure(each.precision()) + "\t" + figure(each.recall())
                        + "\t" + figure(each.f1()) + "\t" + each.texts()));
        lines.add("");
        lines.add("实际↓判为→ confusion\t" + String.join("\t", labels));
        for (int i = 0; i < labels.size(); i++) {
            var line = new StringBuilder(labels.get(i));
            for (int count : table[i]) {
                line.append('\t').append(count);
            }
            lines.add(line.toString());
        }
        lines.add("");
        lines.add("把握 said\t判断 decisions\t平均把握 mean said\t正确 right");
        for (int tenth = 0; tenth < TENTHS; tenth++) {
            var inside = inTenth(tenth);
            if (!inside.isEmpty()) {
                lines.add("%.1f-%.1f\t".formatted(tenth / 10.0, (tenth + 1) / 10.0) + inside.size() + "\t"
                        + figure(inside.stream()
                                .mapToDouble(Decision::confidence)
                                .average()
                                .orElse(0))
                        + "\t"
                        + figure(share(inside.stream().filter(Decision::isRight).count(), inside.size())));
            }
        }
        lines.add("");
        lines.addAll(figures());
        return List.copyOf(lines);
    }

    /** The figures as {@code name value}. */
    public List<String> figures() {
        return List.of(
                "texts " + decisions.size(),
                "classes " + labels.size(),
                "lowest-F1 "
                        + figure(classes().stream()
                                .mapToDouble(OfClass::f1)
                                .min()
                                .orElse(0)),
                "sure-share " + figure(sureShare()),
                "sure-right " + figure(sureRight()),
                "calibration-error " + figure(calibrationError()),
                "macro-F1 " + figure(macroF1()),
                "accuracy " + figure(accuracy()));
    }

    private Stream<OfClass> there() {
        return classes().stream().filter(each -> each.texts() > 0);
    }

    private List<Decision> sure() {
        return decisions.stream()
                .filter(decision -> decision.confidence() >= SURE)
                .toList();
    }

    private List<Decision> inTenth(int tenth) {
        return decisions.stream()
                .filter(decision -> Math.min(TENTHS - 1, (int) (decision.confidence() * TENTHS)) == tenth)
                .toList();
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
