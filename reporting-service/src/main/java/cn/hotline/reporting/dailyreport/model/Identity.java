package cn.hotline.reporting.dailyreport.model;

/**
 * Two figures, counted separately, that must be equal (勾稽关系).
 *
 * @param name stable code
 * @param sentence what must equal what, in Chinese
 */
public record Identity(String name, String sentence, int left, int right) {

    public boolean holds() {
        return left == right;
    }
}
