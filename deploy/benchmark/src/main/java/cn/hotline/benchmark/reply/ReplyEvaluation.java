package cn.hotline.benchmark.reply;

import cn.hotline.routing.classification.DangerEar;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.replycheck.Copies;
import cn.hotline.routing.replycheck.ReplyCheck;
import cn.hotline.routing.replycheck.model.Earlier;
import cn.hotline.routing.replycheck.model.ReplyDoubt;
import cn.hotline.routing.replycheck.model.ReplyDoubt.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the reply check says of the replies of a file, and of copies made of them. */
final class ReplyEvaluation {

    private static final long SEED = 12345;
    /** From so many sentences on a copy goes without one. */
    private static final int LONG = 7;

    private final ReplyCheck check;
    private final Copies copies;
    private final Map<Long, List<Earlier>> marked = new HashMap<>();
    private final Random random = new Random(SEED);

    private final List<Answered> all;
    private final List<Answered> ordinary = new ArrayList<>();
    private final Map<Kind, Integer> alarms = new EnumMap<>(Kind.class);
    private int shorts;
    private int copied;
    private int alarmed;
    private int alarmedOfAll;

    ReplyEvaluation(List<Answered> all) {
        KnowledgeFiles files = KnowledgeFiles.ofClassPath();
        this.check = ReplyCheck.load(files, DangerEar.load(files));
        this.copies = Copies.load(files);
        this.all = all;
        all.forEach(this::read);
    }

    List<String> lines() {
        long found =
                ordinary.stream().map(this::givenToAnother).filter(this::isCopy).count();
        long beside = ordinary.stream()
                .map(reply -> another(reply).with(reply.reply()))
                .filter(reply -> doubts(reply).contains(Kind.DEMAND_UNANSWERED))
                .count();
        return Stream.of(
                        Stream.of(
                                "replies " + all.size(),
                                "short-replies " + shorts,
                                "copies-in-file " + copied,
                                "ordinary-replies " + ordinary.size(),
                                share("false-alarm-share", alarmed, ordinary.size())),
                        alarms.entrySet().stream()
                                .map(kind -> share("false-alarms:" + kind.getKey(), kind.getValue(), ordinary.size())),
                        Stream.of(
                                share("alarm-share-of-all", alarmedOfAll, all.size()),
                                "copies-planted " + ordinary.size(),
                                share("copies-found", found, ordinary.size()),
                                share("beside-the-point-found", beside, ordinary.size())))
                .flatMap(lines -> lines)
                .toList();
    }

    private void read(Answered reply) {
        Set<Kind> doubts = doubts(reply);
        boolean copy = isCopy(reply);
        alarmedOfAll += doubts.isEmpty() && !copy ? 0 : 1;
        if (reply.isShort()) {
            shorts++;
        } else if (copy) {
            copied++;
        } else {
            ordinary.add(reply);
            alarmed += doubts.isEmpty() ? 0 : 1;
            doubts.forEach(kind -> alarms.merge(kind, 1, Integer::sum));
        }
        copies.marks(reply.reply()).forEach(mark -> marked.computeIfAbsent(mark, any -> new ArrayList<>())
                .add(reply.earlier()));
    }

    private Set<Kind> doubts(Answered reply) {
        return check.doubts(reply.asked(), reply.given()).stream()
                .map(ReplyDoubt::kind)
                .collect(Collectors.toSet());
    }

    private boolean isCopy(Answered reply) {
        Set<Earlier> alike = new LinkedHashSet<>();
        copies.marks(reply.reply()).forEach(mark -> alike.addAll(marked.getOrDefault(mark, List.of())));
        return copies.doubt(reply.asked(), reply.given(), alike).isPresent();
    }

    private Answered another(Answered than) {
        Answered other = all.get(random.nextInt(all.size()));
        return other.id().equals(than.id()) && all.size() > 1 ? another(than) : other;
    }

    /** As people copy: addressed anew, other dates, a sentence less. */
    private Answered givenToAnother(Answered reply) {
        Answered other = another(reply);
        List<String> sentences = new ArrayList<>(reply.sentences());
        if (sentences.size() >= LONG) {
            sentences.remove(1 + random.nextInt(sentences.size() - 2));
        }
        String day = 1 + random.nextInt(12) + "月" + (1 + random.nextInt(28)) + "日";
        return other.with("您好！您反映的“" + other.title() + "”收悉。"
                + String.join("", sentences).replaceAll("[0-9]{1,2}月[0-9]{1,2}日", day));
    }

    private static String share(String name, long part, int whole) {
        return "%s %.4f %d".formatted(name, whole == 0 ? 0 : part / (double) whole, part);
    }
}
