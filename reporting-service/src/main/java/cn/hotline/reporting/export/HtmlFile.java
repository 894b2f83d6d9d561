package cn.hotline.reporting.export;

import java.util.List;
import java.util.stream.Collectors;

/** A paper as one page of HTML that needs nothing else; what the PDF is made of, too. */
public final class HtmlFile {

    private static final String LOOK = """
            @page { size: A4; margin: 24mm 20mm 22mm 22mm; @bottom-left { content: element(mark) }
                    @bottom-right { content: counter(page) ' / ' counter(pages); font: 8pt song } }
            body { font: 10.5pt/1.6 song, serif; color: #111 }
            h1 { font: 18pt/1.4 song, serif; color: #b1151b; text-align: center; margin: 0 0 4pt }
            .status { text-align: center; font-size: 9pt; color: #444; border-bottom: 1.2pt solid #b1151b;
                      padding-bottom: 5pt; margin: 0 0 10pt }
            .text { text-indent: 2em; margin: 0 0 8pt }
            h2 { font: 12pt/1.4 song, serif; margin: 10pt 0 3pt; page-break-after: avoid }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate }
            tr { page-break-inside: avoid }
            th, td { border: 0.5pt solid #888; padding: 2pt 5pt; text-align: left; font-weight: normal }
            th { background: #eee }
            .number { text-align: right }
            .mark { position: running(mark); font-size: 8pt; color: #555 }
            """;

    private HtmlFile() {}

    /** Well-formed, for whoever reads it as XML. */
    public static String write(Paper paper, Mark mark) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"zh-CN\"><head><meta charset=\"UTF-8\"/><title>"
                + text(paper.title()) + "</title><style>" + LOOK
                + "</style></head><body><div class=\"mark\">" + text(mark.text()) + "</div><h1>" + text(paper.title())
                + "</h1><p class=\"status\">" + text(paper.status()) + "</p>"
                + paper.paragraphs().stream()
                        .map(line -> "<p class=\"text\">" + text(line) + "</p>")
                        .collect(Collectors.joining())
                + paper.tables().stream().map(HtmlFile::table).collect(Collectors.joining()) + "</body></html>";
    }

    private static String table(Table table) {
        return "<h2>" + text(table.name()) + "</h2><table><thead><tr>"
                + table.columns().stream()
                        .map(column -> "<th style=\"width: " + column.width() + "em\">" + text(column.head()) + "</th>")
                        .collect(Collectors.joining())
                + "</tr></thead><tbody>"
                + table.rows().stream().map(HtmlFile::row).collect(Collectors.joining()) + "</tbody></table>";
    }

    private static String row(List<Cell> cells) {
        return cells.stream()
                .map(cell -> (cell instanceof Cell.Words ? "<td>" : "<td class=\"number\">")
                        + text(WordFile.words(cell)) + "</td>")
                .collect(Collectors.joining("", "<tr>", "</tr>"));
    }

    private static String text(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
