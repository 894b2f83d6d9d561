package cn.hotline.routing.training.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a new model did on tickets that neither it nor the one in use has learned, both together with the lexicon.
 *
 * @param tickets kept aside
 * @param candidate how the new one did
 * @param running how what was in use did
 * @param runningName what that was
 * @param noise standard error of the difference of their macro-F1: what another choice of tickets might change
 * @param third how they did on the third level; null where too few tickets have such a class
 */
public record Contest(
        int tickets,
        Figures candidate,
        Figures running,
        String runningName,
        double noise,
        @Nullable Third third) {

    /**
     * @param sureShare of the decisions said to be 90 % sure
     * @param sureRight how many of these were right
     */
    public record Figures(double macroF1, double accuracy, double sureShare, double sureRight) {}

    /**
     * 三级分类: how many were told to the third level as people have it.
     *
     * @param classes of the third level that the new one has learned
     * @param tickets kept aside that have such a class
     * @param candidate share the new one had right
     * @param running share that what was in use had right
     * @param noise standard error of the difference
     */
    public record Third(int classes, int tickets, double candidate, double running, double noise) {

        private boolean noWorse() {
            return candidate >= running - noise;
        }

        private String words(String runningName) {
            return String.format(
                    Locale.ROOT,
                    "其中 %d 张有三级分类，新模型判对 %.1f%%，%s %.1f%%（误差 %.1f%%），",
                    tickets,
                    candidate * 100,
                    runningName,
                    running * 100,
                    noise * 100);
        }
    }

    /**
     * A new model is taken into use only if its macro-F1 is not lower than that of the one in use by more than noise, nor what
     * it has right on the third level.
     */
    public boolean noWorse() {
        return candidate.macroF1() >= running.macroF1() - noise && (third == null || third.noWorse());
    }

    /** For people: what was found, and what followed. */
    public String words() {
        return "在 %d 张留出工单上，新模型宏平均 F1 %.3f，%s %.3f（误差 %.3f），%s%s"
                .formatted(
                        tickets,
                        candidate.macroF1(),
                        runningName,
                        running.macroF1(),
                        noise,
                        third == null ? "" : third.words(runningName),
                        noWorse() ? "不差于现用的，已启用。" : "差于现用的，没有启用。");
    }
}
