package cn.hotline.routing.classification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StretchTest {

    @Test
    void aTextIsHeardSentenceBySentence() {
        assertThat(pieces("门口的树倒了。车过不去!\n好")).containsExactly("门口的树倒了", "车过不去");
    }

    @Test
    void aSentenceThatRunsOnIsHeardInPiecesThatShareAClause() {
        var clause = "我说的这一句正好十个字";
        var pieces = pieces(String.join(",", List.of(clause, clause, clause, clause, clause, clause)));
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.length()).isLessThanOrEqualTo(40));
        assertThat(pieces).hasSize(3).first().isEqualTo(String.join(",", clause, clause, clause));
    }

    @Test
    void aClauseWithoutEndIsOnePiece() {
        var endless = "啊".repeat(100);
        assertThat(pieces(endless)).containsExactly(endless);
    }

    private static List<String> pieces(String plain) {
        return Stretch.of(plain).stream().map(stretch -> stretch.in(plain)).toList();
    }
}
