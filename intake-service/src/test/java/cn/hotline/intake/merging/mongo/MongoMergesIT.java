package cn.hotline.intake.merging.mongo;

import cn.hotline.intake.StoreInMemory;
import cn.hotline.intake.merging.Merges;
import cn.hotline.intake.merging.MergesContract;
import org.junit.jupiter.api.AfterAll;

class MongoMergesIT extends MergesContract {

    private static final StoreInMemory STORE = new StoreInMemory();

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Override
    protected Merges merges() {
        return new MongoMerges(STORE.documents());
    }
}
