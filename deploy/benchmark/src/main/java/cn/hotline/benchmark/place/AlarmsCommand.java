package cn.hotline.benchmark.place;

import cn.hotline.evaluation.Console;
import cn.hotline.evaluation.Fault;
import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** {@code ./hotline alarms evaluate --data FILE [--list]}: how many of some texts raise an alarm, and of which kind. */
public final class AlarmsCommand {

    private AlarmsCommand() {}

    /** @throws Fault when it cannot be done as asked */
    public static void run(List<String> arguments, Console console) {
        if (arguments.size() < 3 || !arguments.subList(0, 2).equals(List.of("evaluate", "--data"))) {
            throw new Fault(
                    "用法：./hotline alarms evaluate --data FILE。", "Usage: ./hotline alarms evaluate --data FILE.");
        }
        boolean listed = arguments.equals(List.of("evaluate", "--data", arguments.get(2), "--list"));
        TicketFile file = TicketFile.withGaps(Path.of(arguments.get(2)), "topic", "details");
        DangerEar ear = DangerEar.load(KnowledgeFiles.ofClassPath());
        Map<String, Integer> raised = new TreeMap<>();
        int alarms = 0;
        int marked = 0;
        for (Map<String, String> row : file.rows()) {
            String title = row.getOrDefault("topic", "");
            String text = row.getOrDefault("details", "");
            var danger = ear.hear(title, text);
            var grade = danger.urgency();
            var marks = danger.marks();
            grade.ifPresent(found -> raised.merge(found.code(), 1, Integer::sum));
            marks.forEach(mark -> raised.merge(mark.code(), 1, Integer::sum));
            alarms += grade.isPresent() ? 1 : 0;
            marked += marks.isEmpty() ? 0 : 1;
            if (listed && (grade.isPresent() || !marks.isEmpty())) {
                console.say("# %s %s %s"
                        .formatted(row.get("id"), grade.map(Object::toString).orElse("-"), marks));
            }
        }
        int all = file.rows().size();
        console.say("texts " + all);
        console.say("alarm-share %.4f".formatted(alarms / (double) all));
        console.say("marked-share %.4f".formatted(marked / (double) all));
        raised.forEach((code, count) -> console.say("%s %.4f %d".formatted(code, count / (double) all, count)));
    }
}
