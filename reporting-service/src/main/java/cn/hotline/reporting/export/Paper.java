package cn.hotline.reporting.export;

import java.util.List;

/**
 * A report to be exported: the words as printed, and the figures behind them.
 *
 * @param text as printed, one paragraph a line
 * @param status draft or edition, one line
 */
public record Paper(String title, String text, String status, List<Table> tables) {

    public Paper {
        tables = List.copyOf(tables);
    }

    public List<String> paragraphs() {
        return text.lines().toList();
    }
}
