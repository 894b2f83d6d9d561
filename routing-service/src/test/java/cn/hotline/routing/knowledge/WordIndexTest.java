package cn.hotline.routing.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordIndexTest {

    @Test
    void theLongerWordSilencesTheShorterInsideIt() {
        assertThat(found("村里有火灾隐患", "火灾", "火灾隐患", "隐患")).containsExactly("火灾隐患");
    }

    @Test
    void wordsThatOverlapAreBothFound() {
        assertThat(found("停车场地不平", "停车场", "场地不平")).containsExactly("停车场", "场地不平");
    }

    @Test
    void fullWidthAndCapitalLettersAreTheSame() {
        assertThat(found("楼下ＫＴＶ太吵", "ktv")).containsExactly("ktv");
    }

    @Property
    void itFindsExactlyTheListedWordsThatNoOtherFoundWordHolds(
            @ForAll @Size(min = 1, max = 6)
                    List<@NotEmpty @StringLength(max = 3) @CharRange(from = 'a', to = 'c') String> words,
            @ForAll @StringLength(max = 20) @CharRange(from = 'a', to = 'c') String text) {
        var index = new WordIndex<>(words.stream().distinct().collect(Collectors.toMap(Function.identity(), w -> w)));
        var hits = index.find(text);
        assertThat(hits).allSatisfy(hit -> assertThat(text.substring(hit.start(), hit.end()))
                .isEqualTo(hit.word()));
        assertThat(hits).allSatisfy(hit -> assertThat(hits)
                .noneMatch(other -> other != hit && other.start() <= hit.start() && other.end() >= hit.end()));
        for (var word : words) {
            for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                int start = at;
                assertThat(hits).anyMatch(hit -> hit.start() <= start && hit.end() >= start + word.length());
            }
        }
    }

    private static List<String> found(String text, String... words) {
        Map<String, String> listed = Arrays.stream(words).collect(Collectors.toMap(Function.identity(), w -> w));
        return new WordIndex<>(listed)
                .find(WordIndex.plain(text)).stream().map(WordIndex.Hit::word).toList();
    }
}
