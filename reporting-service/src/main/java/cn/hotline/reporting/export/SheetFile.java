package cn.hotline.reporting.export;

import cn.hotline.reporting.export.Cell.Moment;
import cn.hotline.reporting.export.Cell.Share;
import cn.hotline.reporting.export.Cell.Whole;
import cn.hotline.reporting.export.Cell.Words;
import cn.hotline.reporting.export.Table.Column;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Tables as an Excel file, one sheet each: the head stays in sight and filters, numbers and times are real ones, every
 * text is a text whatever it begins with.
 */
public final class SheetFile {

    /** Rows that are held in memory; the others are on their way out. */
    private static final int WINDOW = 200;

    private final SXSSFWorkbook book = new SXSSFWorkbook(new XSSFWorkbook(), WINDOW, true);
    private final Mark mark;
    private final ZoneId zone;
    private final CellStyle head = style("@");
    private final CellStyle words = style("@");
    private final CellStyle quoted = style("@");
    private final CellStyle whole = style("#,##0");
    private final CellStyle share = style("0.0%");
    private final CellStyle moment = style("yyyy-mm-dd hh:mm");

    private SheetFile(Mark mark, ZoneId zone) {
        this.mark = mark;
        this.zone = zone;
        Font bold = book.createFont();
        bold.setBold(true);
        head.setFont(bold);
        quoted.setQuotePrefixed(true);
    }

    /** @return the file; to be called where waiting is allowed */
    public static byte[] write(List<Table> tables, Mark mark, ZoneId zone) {
        SheetFile file = new SheetFile(mark, zone);
        tables.forEach(file::add);
        return file.bytes();
    }

    private void add(Table table) {
        Sheet sheet = book.createSheet(table.name());
        Row heads = sheet.createRow(0);
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            sheet.setColumnWidth(i, column.width() * 256);
            put(heads, i, new Words(column.head()), head);
        }
        int line = 1;
        for (List<Cell> cells : table.rows()) {
            Row row = sheet.createRow(line++);
            for (int i = 0; i < cells.size(); i++) {
                put(row, i, cells.get(i));
            }
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(
                0, Math.max(0, line - 1), 0, table.columns().size() - 1));
        put(sheet.createRow(line + 1), 0, new Words(mark.text()), words);
        print(sheet);
    }

    private void put(Row row, int column, Cell cell) {
        if (cell instanceof Words text) {
            put(row, column, text, text.looksLikeAFormula() ? quoted : words);
        } else if (cell instanceof Whole number) {
            put(row, column, whole).setCellValue(number.value());
        } else if (cell instanceof Share part) {
            put(row, column, share).setCellValue(part.value());
        } else if (cell instanceof Moment time) {
            put(row, column, moment).setCellValue(LocalDateTime.ofInstant(time.at(), zone));
        }
    }

    private void put(Row row, int column, Words text, CellStyle style) {
        put(row, column, style).setCellValue(text.text());
    }

    private static org.apache.poi.ss.usermodel.Cell put(Row row, int column, CellStyle style) {
        var cell = row.createCell(column);
        cell.setCellStyle(style);
        return cell;
    }

    /** On paper every sheet says whose it is. In a footer {@code &} begins a command. */
    private void print(Sheet sheet) {
        sheet.setRepeatingRows(CellRangeAddress.valueOf("1:1"));
        sheet.getFooter().setLeft(mark.text().replace("&", "&&"));
        sheet.getFooter().setRight("&P / &N");
        PrintSetup paper = sheet.getPrintSetup();
        paper.setPaperSize(PrintSetup.A4_PAPERSIZE);
        paper.setLandscape(true);
        paper.setFitHeight((short) 0);
        sheet.setFitToPage(true);
    }

    private CellStyle style(String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private byte[] bytes() {
        try (book) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            book.write(bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
