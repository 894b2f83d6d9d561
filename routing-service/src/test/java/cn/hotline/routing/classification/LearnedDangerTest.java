package cn.hotline.routing.classification;

import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.learning.LabelledText;
import java.util.List;
import org.junit.jupiter.api.Test;

class LearnedDangerTest {

    private static final List<LabelledText> LESSONS = DangerEar.lessons(KnowledgeFiles.ofClassPath());

    @Test
    void theBuildKeepsWhatTheLessonsTeach() {
        var kept = LearnedDanger.kept(LESSONS).orElseThrow();
        var learned = LearnedDanger.of(LESSONS);

        assertThat(kept.danger().guess("", "屋顶的雪把棚子压弯了"))
                .isEqualTo(learned.danger().guess("", "屋顶的雪把棚子压弯了"));
        assertThat(kept.kinds().guess("", "屋顶的雪把棚子压弯了"))
                .isEqualTo(learned.kinds().guess("", "屋顶的雪把棚子压弯了"));
    }

    @Test
    void whatTheBuildLearnedIsNotTakenForOtherLessons() {
        assertThat(LearnedDanger.kept(LESSONS.subList(1, LESSONS.size()))).isEmpty();
    }
}
