package cn.hotline.routing.catalogue.sheet;

import cn.hotline.chassis.Refused;
import cn.hotline.routing.catalogue.sheet.Sheet.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Excel's own format. Cells are texts, whatever they begin with; reading goes through the file once and keeps the rows. */
final class Xlsx {

    /** What a file may unpack to: far more than the largest catalogue, far less than memory. */
    private static final long UNPACKED = 32L << 20;

    private static final int MOST_PARTS = 200;
    private static final int MOST_COLUMNS = 50;
    private static final int WIDTH = 18 * 256;

    private Xlsx() {}

    static byte[] write(Sheet sheet) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            CellStyle text = book.createCellStyle();
            text.setDataFormat(book.createDataFormat().getFormat("@"));
            text.setQuotePrefixed(true);
            XSSFSheet page = book.createSheet(sheet.name());
            page.createFreezePane(1, 1);
            page.setDefaultColumnWidth(WIDTH / 256);
            int at = 0;
            write(page.createRow(at++), sheet.header(), null);
            for (Row row : sheet.rows()) {
                write(page.createRow(at++), row.cells(), text);
            }
            page.setAutoFilter(new CellRangeAddress(0, at - 1, 0, sheet.header().size() - 1));
            write(page.createRow(at), List.of(Sheet.COLOPHON + sheet.colophon()), null);
            page.getFooter().setCenter(sheet.colophon());
            book.write(file);
            return file.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(XSSFRow row, List<String> cells, @Nullable CellStyle style) {
        for (int column = 0; column < cells.size(); column++) {
            var cell = row.createCell(column);
            cell.setCellValue(cells.get(column));
            if (style != null) {
                cell.setCellStyle(style);
            }
        }
    }

    static List<Row> read(byte[] file) {
        refuseBombs(file);
        Rows rows = new Rows();
        try (OPCPackage opened = OPCPackage.open(new ByteArrayInputStream(file))) {
            XSSFReader reader = new XSSFReader(opened);
            XMLReader xml = XMLHelper.newXMLReader();
            xml.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    null,
                    new ReadOnlySharedStringsTable(opened),
                    rows,
                    new AsWritten(),
                    false));
            var sheets = reader.getSheetsData();
            if (!sheets.hasNext()) {
                throw Sheet.faulty("文件", "文件中没有工作表");
            }
            try (InputStream first = sheets.next()) {
                xml.parse(new InputSource(first));
            }
            return rows.all;
        } catch (Refused refused) {
            throw refused;
        } catch (IOException
                | OpenXML4JException
                | SAXException
                | ParserConfigurationException
                | POIXMLException
                | IllegalArgumentException
                | IllegalStateException broken) {
            throw Sheet.faulty("文件", "文件已损坏，或不是 XLSX 格式，请重新保存后再导入");
        }
    }

    /** Counts what it unpacks to before anything is kept of it. */
    private static void refuseBombs(byte[] file) {
        byte[] buffer = new byte[8 << 10];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (int parts = 1; zip.getNextEntry() != null; parts++) {
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > UNPACKED || parts > MOST_PARTS) {
                        throw Sheet.faulty("文件", "文件解压后过大，不是正常的派单目录");
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw Sheet.faulty("文件", "文件已损坏，或不是 XLSX 格式，请重新保存后再导入");
        }
    }

    /** The rows of the first sheet. */
    private static final class Rows implements SheetContentsHandler {

        private final List<Row> all = new ArrayList<>();
        private List<String> cells = new ArrayList<>();

        @Override
        public void startRow(int row) {
            Sheet.refuseTooMany(all.size() + 1);
            cells = new ArrayList<>();
        }

        @Override
        public void endRow(int row) {
            all.add(new Row(row + 1, cells));
        }

        @Override
        public void cell(@Nullable String reference, @Nullable String value, @Nullable XSSFComment comment) {
            int column = reference == null ? cells.size() : new CellReference(reference).getCol();
            if (column >= MOST_COLUMNS) {
                throw Sheet.faulty("第 " + (all.size() + 1) + " 行", "列数太多");
            }
            while (cells.size() < column) {
                cells.add("");
            }
            cells.add(Sheet.bounded(value == null ? "" : value, all.size() + 1));
        }
    }

    /** Days as 2026-11-23 and numbers with all their digits, however the sheet shows them. */
    private static final class AsWritten extends DataFormatter {

        @Override
        public String formatRawCellContents(double value, int format, String pattern, boolean since1904) {
            return DateUtil.isADateFormat(format, pattern) && DateUtil.isValidExcelDate(value)
                    ? DateUtil.getLocalDateTime(value, since1904).format(DateTimeFormatter.ISO_LOCAL_DATE)
                    : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
        }

        @Override
        public String formatRawCellContents(double value, int format, String pattern) {
            return formatRawCellContents(value, format, pattern, false);
        }
    }
}
