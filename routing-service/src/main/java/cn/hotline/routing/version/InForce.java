package cn.hotline.routing.version;

import cn.hotline.routing.version.model.Version;

/** What decisions ask: the newest version that is known here. */
public interface InForce<V extends Version<V>> {

    /** @throws IllegalStateException before the first was taken: nothing may be decided so early */
    V version();

    /** Takes note of one; it is in force unless a newer one is. */
    void take(V version);
}
