package cn.hotline.benchmark.place;

import cn.hotline.evaluation.Console;
import cn.hotline.evaluation.Fault;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code ./hotline place evaluate --train FILE --data FILE}. */
public final class PlaceCommand {

    private static final String TRAIN = "--train";
    private static final String DATA = "--data";

    private PlaceCommand() {}

    /**
     * @param arguments what follows {@code place}
     * @throws Fault when it cannot be done as asked
     */
    public static void run(List<String> arguments, Console console) {
        if (arguments.isEmpty() || !arguments.get(0).equals("evaluate")) {
            throw new Fault(
                    "用法：./hotline place evaluate --train FILE --data FILE。",
                    "Usage: ./hotline place evaluate --train FILE --data FILE.");
        }
        Map<String, Path> files = files(arguments.subList(1, arguments.size()));
        TicketFile lessons = TicketFile.read(
                file(files, TRAIN), PlaceEvaluation.COUNTY, PlaceEvaluation.TITLE, PlaceEvaluation.CONTENT);
        TicketFile kept = TicketFile.read(
                file(files, DATA), PlaceEvaluation.COUNTY, PlaceEvaluation.TITLE, PlaceEvaluation.CONTENT);
        new PlaceEvaluation(lessons).of(kept).forEach(console::say);
    }

    private static Map<String, Path> files(List<String> options) {
        Map<String, Path> files = new HashMap<>();
        for (int i = 0; i < options.size(); i += 2) {
            String name = options.get(i);
            if (!name.equals(TRAIN) && !name.equals(DATA)) {
                throw new Fault("没有 " + name + " 这个选项，可用的有 --train --data。", "There is no option " + name + ".");
            }
            if (i + 1 == options.size()) {
                throw new Fault(name + " 后面缺少文件名。", name + " lacks its file.");
            }
            files.put(name, Path.of(options.get(i + 1)));
        }
        return files;
    }

    private static Path file(Map<String, Path> files, String option) {
        Path file = files.get(option);
        if (file == null) {
            throw new Fault("请用 " + option + " 给出文件。", "Name the file with " + option + ".");
        }
        return file;
    }
}
