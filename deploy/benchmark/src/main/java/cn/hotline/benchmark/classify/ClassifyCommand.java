package cn.hotline.benchmark.classify;

import cn.hotline.evaluation.Console;
import cn.hotline.evaluation.Fault;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.Classifier;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.learning.Accuracy;
import cn.hotline.routing.learning.Hints;
import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.learning.LabelledTexts;
import cn.hotline.routing.learning.Learner;
import cn.hotline.routing.learning.ModelFile;
import cn.hotline.routing.learning.ModelTree;
import cn.hotline.routing.learning.TextModel;
import cn.hotline.routing.learning.Unusable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** {@code ./hotline classify}: learns from a file of labelled texts, or judges a model by one. */
public final class ClassifyCommand {

    private final Console console;

    public ClassifyCommand(Console console) {
        this.console = console;
    }

    /** @throws Fault when it cannot do its work, with one sentence why */
    public void run(String... arguments) {
        var what = arguments.length == 0 ? "" : arguments[0];
        var rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            switch (what) {
                case "train" -> {
                    var options = options(List.of("--data", "--out"), rest);
                    train(options.get("--data"), options.get("--out"));
                }
                case "evaluate" -> {
                    var options = options(List.of("--model", "--data"), rest);
                    evaluate(options.get("--model"), options.get("--data"));
                }
                default ->
                    throw new Fault(
                            "用法：./hotline classify train --data 文件 --out 模型，或 ./hotline classify evaluate --model 模型 --data 文件。",
                            "Usage: ./hotline classify train --data FILE --out MODEL, or ./hotline classify evaluate --model MODEL --data FILE.");
            }
        } catch (Unusable unusable) {
            throw new Fault(unusable.chinese(), unusable.english());
        }
    }

    private void train(Path data, Path out) {
        refuseWhereNothingCanBeWritten(out);
        var texts = LabelledTexts.read(data);
        long began = System.nanoTime();
        var learned = new Learner(lexicon(), text -> Map.of(), 0, step -> console.say(step.both()))
                .learn(texts, Instant.now());
        ModelFile.write(ModelTree.of(learned.model()), out);
        console.say("五折交叉验证（近似重复的文本同折） Five-fold cross-validation, near duplicates in one fold:");
        learned.aside().lines().forEach(console::say);
        console.say("seconds " + (System.nanoTime() - began) / 1_000_000_000);
        console.say("model-bytes " + size(out));
        console.say("model " + out);
    }

    private void evaluate(Path file, Path data) {
        var model = ModelFile.read(file, lexicon()).model();
        var texts = LabelledTexts.read(data);
        refuseUnknownLabels(model, texts);
        accuracy(model, texts).lines().forEach(console::say);
    }

    /** How right the model is on these texts. */
    public static Accuracy accuracy(TextModel model, List<LabelledText> texts) {
        return Accuracy.of(texts.stream()
                .map(text -> {
                    var best = model.guess(text.title(), text.details()).get(0);
                    return new Accuracy.Decision(text.label(), best.label(), best.confidence());
                })
                .toList());
    }

    /** The lexicon that comes with the hotline. */
    public static Hints lexicon() {
        var files = KnowledgeFiles.ofClassPath();
        return Classifier.load(files, Categories.load(files))::hints;
    }

    private static void refuseUnknownLabels(TextModel model, List<LabelledText> texts) {
        var unknown = new TreeSet<>(texts.stream().map(LabelledText::label).toList());
        unknown.removeAll(model.labels());
        if (!unknown.isEmpty()) {
            var first = texts.stream()
                    .filter(text -> unknown.contains(text.label()))
                    .findFirst()
                    .orElseThrow();
            throw new Fault(
                    "数据里有模型没有学过的类别：" + String.join("、", unknown) + "（例如 id 为 " + first.id() + " 的一行）；模型的类别是："
                            + String.join("、", model.labels()) + "。",
                    "The data has classes the model has not learned: " + String.join(", ", unknown) + ".");
        }
    }

    private static void refuseWhereNothingCanBeWritten(Path out) {
        var folder = out.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder) || Files.isDirectory(out)) {
            throw new Fault("不能写入模型文件 " + out + "。", "Model file " + out + " cannot be written.");
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            throw new Fault("读不到模型文件 " + file + "。", "Model file " + file + " cannot be read.");
        }
    }

    private static Map<String, Path> options(List<String> names, String... arguments) {
        var options = new HashMap<String, Path>();
        for (int i = 0; i < arguments.length; i += 2) {
            if (!names.contains(arguments[i])) {
                throw new Fault(
                        "没有 " + arguments[i] + " 这个选项，可用的有 " + String.join(" ", names) + "。",
                        "There is no option " + arguments[i] + "; there are " + String.join(" ", names) + ".");
            }
            if (i + 1 == arguments.length) {
                throw new Fault(arguments[i] + " 后面缺少取值。", arguments[i] + " lacks its value.");
            }
            options.put(arguments[i], Path.of(arguments[i + 1]));
        }
        for (var name : names) {
            if (!options.containsKey(name)) {
                throw new Fault("请给出 " + name + "。", name + " is missing.");
            }
        }
        return options;
    }
}
