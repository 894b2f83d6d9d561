package cn.hotline.evaluation.demo;

import org.jspecify.annotations.Nullable;

/**
 * One invented appeal.
 *
 * @param id unique among the texts
 * @param kind code of the kind of appeal, such as {@code COMPLAINT}
 * @param category code of its class
 * @param reportGroup printed group of the daily report that class belongs to
 * @param hazardKind code of the hazard it reports; null for none
 * @param answerable whether an operator can answer it at once, with {@code answer}
 * @param forwardable whether it can be forwarded to a unit, which replies with {@code unitReply}
 * @param placeText address; null for none
 * @param divisionCode where that is; null when not certain
 */
record DemoText(
        String id,
        String kind,
        String category,
        String reportGroup,
        @Nullable String hazardKind,
        boolean answerable,
        boolean forwardable,
        @Nullable String placeText,
        @Nullable String divisionCode,
        String title,
        String content,
        String answer,
        String unitReply) {

    /** Columns in the order of the file. */
    static DemoText of(String[] columns) {
        return new DemoText(
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                absent(columns[4]),
                !columns[5].equals("FORWARD"),
                !columns[5].equals("ANSWER"),
                absent(columns[6]),
                absent(columns[7]),
                columns[8],
                columns[9],
                columns[10],
                columns[11]);
    }

    private static @Nullable String absent(String column) {
        return column.isEmpty() ? null : column;
    }
}
