package cn.hotline.benchmark;

import cn.hotline.benchmark.classify.ClassifyCommand;
import cn.hotline.benchmark.classify.OneDecision;
import cn.hotline.evaluation.Console;
import cn.hotline.evaluation.Fault;
import cn.hotline.routing.learning.Accuracy;
import cn.hotline.routing.learning.Folds;
import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.learning.LabelledTexts;
import cn.hotline.routing.learning.Learner;
import cn.hotline.routing.learning.ModelFile;
import cn.hotline.routing.learning.ModelTree;
import cn.hotline.routing.learning.Unusable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** 分类: how right the classifier is on texts kept aside, and how long one decision takes (JMH). */
final class ClassifyScenario {

    private static final Path USUAL_DATA = Path.of("..", "shared", "data", "taidi", "train.tsv");
    private static final int PARTS = 5;
    private static final int ROUNDS = 5;
    private static final TimeValue ROUND = TimeValue.seconds(2);

    private final Console console;

    ClassifyScenario(Console console) {
        this.console = console;
    }

    /**
     * @return the file with the figures
     * @throws Fault when there is no data, or for an option that is unknown
     */
    Path run(String... arguments) {
        Path results = Path.of("bench-results");
        Path data = null;
        for (int i = 0; i < arguments.length; i += 2) {
            if (i + 1 == arguments.length) {
                throw new Fault(arguments[i] + " 后面缺少取值。", arguments[i] + " lacks its value.");
            }
            switch (arguments[i]) {
                case "--results" -> results = Path.of(arguments[i + 1]);
                case "--data" -> data = Path.of(arguments[i + 1]);
                default ->
                    throw new Fault(
                            "没有 " + arguments[i] + " 这个选项，可用的有 --data --results。",
                            "There is no option " + arguments[i] + "; there are --data and --results.");
            }
        }
        Path project = results.toAbsolutePath().getParent();
        try {
            return measure(data == null ? project.resolve(USUAL_DATA).normalize() : data, results, project);
        } catch (Unusable unusable) {
            throw new Fault(unusable.chinese(), unusable.english());
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private Path measure(Path data, Path results, Path project) throws IOException {
        if (!Files.isRegularFile(data)) {
            throw new Fault(
                    "没有分类数据 " + data + "，未做测量；用 --data 给出一个文件（列：id、topic、details、label）。",
                    "There is no data " + data + ", nothing was measured: name a file with --data.");
        }
        Map<String, Object> machine = Machine.described(project);
        List<LabelledText> texts = LabelledTexts.read(data);
        int[] folds = Folds.of(texts, PARTS);
        long began = System.nanoTime();
        Learner.Learned learned = new Learner(
                        ClassifyCommand.lexicon(), text -> Map.of(), 0, step -> console.say(step.both()))
                .learn(part(texts, folds, false), Instant.now());
        double seconds = (System.nanoTime() - began) / 1e9;
        Accuracy accuracy = ClassifyCommand.accuracy(learned.model(), part(texts, folds, true));
        Files.createDirectories(results);
        Path model = Files.createTempFile(results, "classify", ".model");
        try {
            ModelFile.write(ModelTree.of(learned.model()), model);
            console.say("一次判断用时（JMH） One decision …");
            Statistics decision = decision(model, data);
            Figures figures = new Figures()
                    .whole("texts", texts.size())
                    .about("train-seconds", seconds)
                    .whole("model-bytes", Files.size(model))
                    .about("decision-ms", decision.getPercentile(50))
                    .about("decision-p99-ms", decision.getPercentile(99))
                    .share("cross-validated-macro-F1", learned.aside().macroF1())
                    .share("lowest-F1", lowest(accuracy))
                    .share("sure-share", accuracy.sureShare())
                    .share("sure-right", accuracy.sureRight())
                    .share("calibration-error", accuracy.calibrationError())
                    .share("macro-F1", accuracy.macroF1())
                    .share("accuracy", accuracy.accuracy());
            console.say(figures.lines());
            return figures.write(results, "classify", machine, settings(data, accuracy));
        } finally {
            Files.deleteIfExists(model);
        }
    }

    private static Statistics decision(Path model, Path data) {
        try {
            // Not forked: this process does nothing else, and JMH cannot start itself from a jar of jars.
            return new Runner(new OptionsBuilder()
                            .include(OneDecision.class.getName())
                            .param("model", model.toString())
                            .param("data", data.toString())
                            .forks(0)
                            .warmupIterations(ROUNDS)
                            .warmupTime(ROUND)
                            .measurementIterations(ROUNDS)
                            .measurementTime(ROUND)
                            .verbosity(VerboseMode.SILENT)
                            .shouldFailOnError(true)
                            .build())
                    .runSingle()
                    .getPrimaryResult()
                    .getStatistics();
        } catch (RunnerException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static List<LabelledText> part(List<LabelledText> texts, int[] folds, boolean keptAside) {
        return IntStream.range(0, folds.length)
                .filter(i -> (folds[i] == 0) == keptAside)
                .mapToObj(texts::get)
                .toList();
    }

    private static double lowest(Accuracy accuracy) {
        return accuracy.classes().stream()
                .mapToDouble(Accuracy.OfClass::f1)
                .min()
                .orElse(0);
    }

    private static Map<String, Object> settings(Path data, Accuracy accuracy) {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("data", data.getFileName().toString());
        settings.put("keptAside", "1/" + PARTS + ", near duplicates together, classes evenly");
        settings.put("report", accuracy.lines());
        return settings;
    }
}
