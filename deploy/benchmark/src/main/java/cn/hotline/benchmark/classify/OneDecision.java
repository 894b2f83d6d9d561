package cn.hotline.benchmark.classify;

import cn.hotline.routing.learning.LabelledText;
import cn.hotline.routing.learning.LabelledTexts;
import cn.hotline.routing.learning.ModelFile;
import cn.hotline.routing.learning.TextModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One decision of the classifier: read the text, all classes with their confidence, the words that decided. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class OneDecision {

    /** File of a model. */
    @Param("")
    public String model = "";

    /** File of the texts that are classified, one after the other. */
    @Param("")
    public String data = "";

    private TextModel trained;
    private List<LabelledText> texts = List.of();
    private int next;

    @Setup
    public void read() {
        trained = ModelFile.read(Path.of(model), ClassifyCommand.lexicon()).model();
        texts = LabelledTexts.read(Path.of(data));
    }

    @Benchmark
    public List<String> decide() {
        var text = texts.get(next);
        next = (next + 1) % texts.size();
        var reading = trained.read(text.title(), text.details());
        return reading.evidence(reading.guess(Map.of()).get(0).label());
    }
}
