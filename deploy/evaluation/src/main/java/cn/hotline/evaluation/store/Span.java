package cn.hotline.evaluation.store;

import cn.hotline.evaluation.store.Demands.Bound;
import cn.hotline.evaluation.store.Demands.Demand;
import org.jspecify.annotations.Nullable;

/** Where in an index the values of a range lie, below a beginning; in a descending component the upper end first. */
record Span(@Nullable Bound lower, @Nullable Bound upper, boolean ascending) {

    /** @param arrays whether one element may meet one end of the range, and another the other: then one end is used */
    static Span of(Demand demand, boolean ascending, boolean arrays) {
        return new Span(demand.lower, arrays && demand.lower != null ? null : demand.upper, ascending);
    }

    /** The first place that may belong to the range. */
    byte[] start(KeyWriter beginning) {
        Bound near = ascending ? lower : upper;
        Bound far = ascending ? upper : lower;
        if (near != null) {
            beginning.component(near.value(), ascending);
            return near.inclusive() ? beginning.toBytes() : beginning.raw(0xFF).toBytes();
        } else if (far != null) {
            return beginning.raw(type(far)).toBytes();
        }
        return ascending ? beginning.raw(KeyWriter.NULL + 1).toBytes() : beginning.toBytes();
    }

    /** The first place that no longer belongs to the range. */
    byte[] end(KeyWriter beginning) {
        Bound near = ascending ? upper : lower;
        Bound far = ascending ? lower : upper;
        if (near != null) {
            beginning.component(near.value(), ascending);
            return near.inclusive() ? beginning.raw(0xFF).toBytes() : beginning.toBytes();
        } else if (far != null) {
            return beginning.raw(type(far) + 1).toBytes();
        }
        return beginning.raw(ascending ? 0xFF : ~KeyWriter.NULL).toBytes();
    }

    private int type(Bound bound) {
        int type = KeyWriter.typeOf(bound.value());
        return ascending ? type : ~type;
    }
}
