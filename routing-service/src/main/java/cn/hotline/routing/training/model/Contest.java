package cn.hotline.routing.training.model;

/**
 * How a new model did on tickets that neither it nor the one in use has learned, both together with the lexicon.
 *
 * @param tickets kept aside
 * @param candidate how the new one did
 * @param running how what was in use did
 * @param runningName what that was
 * @param noise standard error of the difference of their macro-F1: what another choice of tickets might change
 */
public record Contest(int tickets, Figures candidate, Figures running, String runningName, double noise) {

    /**
     * @param sureShare of the decisions said to be 90 % sure
     * @param sureRight how many of these were right
     */
    public record Figures(double macroF1, double accuracy, double sureShare, double sureRight) {}

    /** A new model is taken into use only if its macro-F1 is not lower than that of the one in use by more than noise. */
    public boolean noWorse() {
        return candidate.macroF1() >= running.macroF1() - noise;
    }

    /** For people: what was found, and what followed. */
    public String words() {
        return "在 %d 张留出工单上，新模型宏平均 F1 %.3f，%s %.3f（误差 %.3f），%s"
                .formatted(
                        tickets,
                        candidate.macroF1(),
                        runningName,
                        running.macroF1(),
                        noise,
                        noWorse() ? "不差于现用的，已启用。" : "差于现用的，没有启用。");
    }
}
