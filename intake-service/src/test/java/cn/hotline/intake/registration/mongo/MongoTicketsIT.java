package cn.hotline.intake.registration.mongo;

import cn.hotline.intake.StoreInMemory;
import cn.hotline.intake.registration.Tickets;
import cn.hotline.intake.registration.TicketsContract;
import org.junit.jupiter.api.AfterAll;

class MongoTicketsIT extends TicketsContract {

    private static final StoreInMemory STORE = new StoreInMemory();

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Override
    protected Tickets tickets() {
        return new MongoTickets(STORE.documents());
    }
}
