package cn.hotline.routing.precedent.model;

/**
 * 相似工单: a closed ticket that reads like the one at hand.
 *
 * @param category term of its class
 * @param unit name of the unit that answered it
 * @param similarity 0 to 1
 */
public record Precedent(String number, String title, String category, String unit, double similarity) {

    /** In whole percent. */
    public long percent() {
        return Math.round(similarity * 100);
    }
}
