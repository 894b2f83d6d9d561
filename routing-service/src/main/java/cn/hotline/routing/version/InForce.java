package cn.hotline.routing.version;

import cn.hotline.routing.version.model.Version;
import java.time.Duration;

/** What decisions ask: the newest version that is known here. */
public interface InForce<V extends Version<V>> {

    /** The longest that a replica decides by the version before, when another has published one. */
    Duration LOOKED_AT = Duration.ofSeconds(3);

    /** @throws IllegalStateException before the first was taken: nothing may be decided so early */
    V version();

    /** Takes note of one; it is in force unless a newer one is. */
    void take(V version);
}
