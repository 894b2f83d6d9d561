package cn.hotline.routing.catalogue.model;

import cn.hotline.chassis.Termed;
import java.util.List;

/**
 * Something wrong with a catalogue.
 *
 * @param entries ids of the entries it is about, in their order; empty for a gap between them
 * @param words a Chinese sentence that names them and says what to do
 * @param tickets how many of last month's tickets it would touch
 */
public record Finding(Kind kind, List<String> entries, String words, long tickets) {

    public Finding {
        entries = List.copyOf(entries);
    }

    /** Kinds of faults; those that block leave a decision open to chance, the others leave it to a dispatcher. */
    public enum Kind implements Termed {
        EMPTY("目录为空", true),
        SAME_ID("编号重复", true),
        OVERLAP("条目重叠", true),
        UNKNOWN_CLASS("分类不存在", true),
        UNKNOWN_PLACE("属地不存在", true),
        UNKNOWN_UNIT("单位不存在", true),
        NEEDS_PLACE("缺少属地", true),
        NOT_FOR_STREETS("乡镇街道不承接", true),
        GAP("没有主办单位", false),
        UNIT_GONE("单位已撤并", false),
        PLACE_GONE("属地已停用", false),
        EXPIRED("已失效无接续", false);

        private final String term;
        private final boolean blocks;

        Kind(String term, boolean blocks) {
            this.term = term;
            this.blocks = blocks;
        }

        @Override
        public String term() {
            return term;
        }

        /** Whether the catalogue cannot be published with it. */
        public boolean blocks() {
            return blocks;
        }
    }
}
