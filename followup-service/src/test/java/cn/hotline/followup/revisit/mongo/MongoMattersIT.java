package cn.hotline.followup.revisit.mongo;

import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.followup.revisit.Matters;
import cn.hotline.followup.revisit.MattersContract;
import org.junit.jupiter.api.AfterAll;

class MongoMattersIT extends MattersContract {

    private static final MemoryStore STORE = new MemoryStore();

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Override
    protected Matters matters() {
        return new MongoMatters(Stores.fresh(STORE));
    }
}
