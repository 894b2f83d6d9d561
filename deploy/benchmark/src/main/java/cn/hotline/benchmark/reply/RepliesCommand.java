package cn.hotline.benchmark.reply;

import cn.hotline.benchmark.place.TicketFile;
import cn.hotline.evaluation.Console;
import cn.hotline.evaluation.Fault;
import java.nio.file.Path;
import java.util.List;

/** {@code ./hotline replies evaluate --data FILE}: false alarms of the reply check on real replies, and copies found. */
public final class RepliesCommand {

    private RepliesCommand() {}

    /** @throws Fault when it cannot be done as asked */
    public static void run(List<String> arguments, Console console) {
        if (arguments.size() != 3 || !arguments.subList(0, 2).equals(List.of("evaluate", "--data"))) {
            throw new Fault(
                    "用法：./hotline replies evaluate --data FILE。", "Usage: ./hotline replies evaluate --data FILE.");
        }
        TicketFile file = TicketFile.withGaps(Path.of(arguments.get(2)), "id", "topic", "details", "reply");
        new ReplyEvaluation(file.rows().stream().map(Answered::of).toList())
                .lines()
                .forEach(console::say);
    }
}
