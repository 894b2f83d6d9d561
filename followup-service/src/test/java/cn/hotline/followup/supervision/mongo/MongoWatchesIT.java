package cn.hotline.followup.supervision.mongo;

import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.followup.revisit.mongo.Stores;
import cn.hotline.followup.supervision.Watches;
import cn.hotline.followup.supervision.WatchesContract;
import org.junit.jupiter.api.AfterAll;

class MongoWatchesIT extends WatchesContract {

    private static final MemoryStore STORE = new MemoryStore();

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Override
    protected Watches watches() {
        return new MongoWatches(Stores.fresh(STORE));
    }
}
