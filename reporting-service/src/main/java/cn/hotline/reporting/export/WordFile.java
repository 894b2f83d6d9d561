package cn.hotline.reporting.export;

import cn.hotline.reporting.export.Cell.Moment;
import cn.hotline.reporting.export.Cell.Share;
import cn.hotline.reporting.export.Cell.Whole;
import cn.hotline.reporting.export.Cell.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;

/**
 * A paper as a Word file, laid out like an official document (GB/T 9704-2012): A4, its margins, title in 小标宋 of size
 * two, text in 仿宋 of size three, twenty-nine points a line, two characters indented. Fonts are named, not embedded:
 * offices have them.
 */
public final class WordFile {

    private static final String TITLE = "方正小标宋简体";
    private static final String TEXT = "仿宋_GB2312";
    private static final String HEAD = "黑体";
    private static final double SIZE_TWO = 22;
    private static final double SIZE_THREE = 16;
    private static final double SIZE_FOUR = 14;
    private static final double SMALL = 9;

    private final XWPFDocument document = new XWPFDocument();

    private WordFile() {}

    /** @return the file; to be called where waiting is allowed */
    public static byte[] write(Paper paper, Mark mark) {
        WordFile file = new WordFile();
        file.page();
        file.line(paper.title(), TITLE, SIZE_TWO).setAlignment(ParagraphAlignment.CENTER);
        file.line(paper.status(), TEXT, SIZE_FOUR).setAlignment(ParagraphAlignment.CENTER);
        paper.paragraphs().forEach(text -> indented(file.line(text, TEXT, SIZE_THREE)));
        paper.tables().forEach(file::table);
        file.footer(mark);
        return file.bytes();
    }

    /** Twips, a twentieth of a point. */
    private void page() {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11_906));
        size.setH(BigInteger.valueOf(16_838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(2_098));
        margins.setBottom(BigInteger.valueOf(1_985));
        margins.setLeft(BigInteger.valueOf(1_588));
        margins.setRight(BigInteger.valueOf(1_474));
        margins.setHeader(BigInteger.valueOf(851));
        margins.setFooter(BigInteger.valueOf(1_418));
        margins.setGutter(BigInteger.ZERO);
    }

    private XWPFParagraph line(String text, String font, double size) {
        XWPFParagraph paragraph = document.createParagraph();
        CTSpacing spacing = paragraph.getCTP().addNewPPr().addNewSpacing();
        spacing.setLine(BigInteger.valueOf(29 * 20));
        spacing.setLineRule(STLineSpacingRule.EXACT);
        write(paragraph, text, font, size);
        return paragraph;
    }

    /** Both are needed: one for Word, one for what does not know characters as a measure. */
    private static void indented(XWPFParagraph paragraph) {
        CTInd indent = paragraph.getCTP().getPPr().addNewInd();
        indent.setFirstLineChars(BigInteger.valueOf(200));
        indent.setFirstLine(BigInteger.valueOf(640));
    }

    private void table(Table table) {
        line(table.name(), HEAD, SIZE_THREE);
        XWPFTable drawn = document.createTable(1, table.columns().size());
        drawn.setWidth("100%");
        for (int i = 0; i < table.columns().size(); i++) {
            put(drawn.getRow(0), i, table.columns().get(i).head(), HEAD);
        }
        drawn.getRow(0).setRepeatHeader(true);
        for (List<Cell> cells : table.rows()) {
            XWPFTableRow row = drawn.createRow();
            for (int i = 0; i < cells.size(); i++) {
                put(row, i, words(cells.get(i)), TEXT);
            }
        }
    }

    private static void put(XWPFTableRow row, int column, String text, String font) {
        write(row.getCell(column).getParagraphs().get(0), text, font, SIZE_FOUR);
    }

    private void footer(Mark mark) {
        XWPFFooter footer = document.createFooter(HeaderFooterType.DEFAULT);
        XWPFParagraph page = footer.createParagraph();
        page.setAlignment(ParagraphAlignment.CENTER);
        write(page, "— ", "宋体", SIZE_FOUR);
        page.getCTP().addNewFldSimple().setInstr("PAGE");
        write(page, " —", "宋体", SIZE_FOUR);
        XWPFParagraph who = footer.createParagraph();
        who.setAlignment(ParagraphAlignment.RIGHT);
        write(who, mark.text(), "宋体", SMALL);
    }

    private static void write(XWPFParagraph paragraph, String text, String font, double size) {
        XWPFRun run = paragraph.createRun();
        run.setText(text);
        run.setFontSize(size);
        CTRPr properties =
                run.getCTR().isSetRPr() ? run.getCTR().getRPr() : run.getCTR().addNewRPr();
        CTFonts fonts = properties.sizeOfRFontsArray() > 0 ? properties.getRFontsArray(0) : properties.addNewRFonts();
        fonts.setAscii(font);
        fonts.setHAnsi(font);
        fonts.setEastAsia(font);
    }

    static String words(Cell cell) {
        if (cell instanceof Words text) {
            return text.text();
        }
        if (cell instanceof Share share) {
            return String.format(Locale.ROOT, "%.1f%%", share.value() * 100);
        }
        return cell instanceof Whole whole ? String.valueOf(whole.value()) : String.valueOf(((Moment) cell).at());
    }

    private byte[] bytes() {
        try (document) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
    }
}
