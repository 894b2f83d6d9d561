package cn.hotline.followup.revisit.mongo;

import cn.hotline.chassis.testing.MemoryStore;
import cn.hotline.followup.revisit.Revisits;
import cn.hotline.followup.revisit.RevisitsContract;
import org.junit.jupiter.api.AfterAll;

class MongoRevisitsIT extends RevisitsContract {

    private static final MemoryStore STORE = new MemoryStore();

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Override
    protected Revisits revisits() {
        return new MongoRevisits(Stores.fresh(STORE));
    }
}
