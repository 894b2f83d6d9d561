package cn.hotline.routing.learning;

/**
 * A text of which somebody said what it is about.
 *
 * @param id names it to people
 * @param title may be empty
 * @param details may be empty where the title is not
 * @param label of its class
 */
public record LabelledText(String id, String title, String details, String label) {}
