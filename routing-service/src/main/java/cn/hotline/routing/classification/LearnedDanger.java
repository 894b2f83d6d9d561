package cn.hotline.routing.classification;

import cn.hotline.routing.classification.DangerEar.Kind;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.learning.Calibration;
import cn.hotline.routing.learning.Hints;
import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.learning.Learner;
import cn.hotline.routing.learning.ModelFile;
import cn.hotline.routing.learning.ModelTree;
import cn.hotline.routing.learning.TextModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What {@link DangerEar} learned of lessons. Two questions, two models: whether it is danger at all, and if so, of which
 * kind. Learning takes five seconds of a processor, which nobody who starts a service should wait for: the build does it
 * once and keeps the models beside the classes, under a name that tells of which lessons they are.
 */
record LearnedDanger(TextModel danger, TextModel kinds) {

    /** The label of what is danger of whichever kind. */
    static final String DANGER = "DANGER";

    private static final String FOLDER = "routing/learned/";
    /** Calibration of the two models by cross-validation on the lessons. */
    private static final double SHARPNESS_OF_DANGER = 3.6;

    private static final double SHARPNESS_OF_KINDS = 6.5;

    /**
     * Learns of the product's own lessons; the build calls it.
     *
     * @param arguments the folder of the classes, in which the models are to stand
     */
    public static void main(String... arguments) throws IOException {
        var lessons = DangerEar.lessons(KnowledgeFiles.ofClassPath());
        var folder = Files.createDirectories(Path.of(arguments[0]).resolve(FOLDER));
        try (var former = Files.newDirectoryStream(folder)) {
            for (var file : former) {
                Files.delete(file);
            }
        }
        var learned = of(lessons);
        ModelFile.write(ModelTree.of(learned.danger), folder.resolve(danger(lessons)));
        ModelFile.write(ModelTree.of(learned.kinds), folder.resolve(kinds(lessons)));
    }

    /** What the build learned of just these lessons; empty where they have been changed since. */
    static Optional<LearnedDanger> kept(List<LabelledText> lessons) {
        return read(danger(lessons))
                .flatMap(danger -> read(kinds(lessons)).map(kinds -> new LearnedDanger(danger, kinds)));
    }

    static LearnedDanger of(List<LabelledText> lessons) {
        var whether = new ArrayList<LabelledText>();
        var kinds = new ArrayList<LabelledText>();
        for (var lesson : lessons) {
            if (lesson.label().equals(Kind.NONE.name())) {
                whether.add(lesson);
            } else {
                whether.add(new LabelledText(lesson.id(), lesson.title(), lesson.details(), DANGER));
                kinds.add(lesson);
            }
        }
        return new LearnedDanger(learn(whether, SHARPNESS_OF_DANGER), learn(kinds, SHARPNESS_OF_KINDS));
    }

    private static TextModel learn(List<LabelledText> texts, double sharpness) {
        return new Learner(Hints.NONE, any -> Map.of(), 0, any -> {})
                .learn(texts, new Calibration(sharpness, 0), Instant.EPOCH);
    }

    private static Optional<TextModel> read(String name) {
        try (var in = LearnedDanger.class.getClassLoader().getResourceAsStream(FOLDER + name)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(
                            ModelFile.read(in.readAllBytes(), name, Hints.NONE).model());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static String danger(List<LabelledText> lessons) {
        return "danger-" + name(lessons) + ".model";
    }

    private static String kinds(List<LabelledText> lessons) {
        return "kinds-" + name(lessons) + ".model";
    }

    private static UUID name(List<LabelledText> lessons) {
        return UUID.nameUUIDFromBytes(lessons.toString().getBytes(StandardCharsets.UTF_8));
    }
}
