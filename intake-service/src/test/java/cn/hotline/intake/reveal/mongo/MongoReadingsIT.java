package cn.hotline.intake.reveal.mongo;

import static cn.hotline.intake.Story.NOW;
import static cn.hotline.intake.Story.done;
import static org.assertj.core.api.Assertions.assertThat;

import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.intake.StoreInMemory;
import cn.hotline.intake.reveal.model.BreakGlass;
import cn.hotline.intake.reveal.model.BreakGlass.Hand;
import cn.hotline.intake.reveal.model.BreakGlass.Terms;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class MongoReadingsIT {

    private static final StoreInMemory STORE = new StoreInMemory();

    private final DocumentStore<?> documents = STORE.documents();

    @AfterAll
    static void stop() {
        STORE.close();
    }

    @Test
    void looksAreCountedByPersonAndHour() {
        MongoReadings readings = new MongoReadings(documents);
        assertThat(done(readings.count("operator", NOW))).isEqualTo(1);
        assertThat(done(readings.count("operator", NOW.plusSeconds(60)))).isEqualTo(2);
        assertThat(done(readings.count("revisitor", NOW))).isEqualTo(1);
        assertThat(done(readings.count("operator", NOW.plusSeconds(3600)))).isEqualTo(1);
    }

    @Test
    void whatTwoPeopleOpenedIsFoundOpen() {
        MongoBreakGlasses glasses = new MongoBreakGlasses(documents);
        Terms terms = new Terms(Duration.ofMinutes(15), Duration.ofMinutes(30));
        for (String account : new String[] {"li", "zhao"}) {
            done(glasses.change("XN240618-000123", glass -> glass.reach(new Hand(account, NOW), terms)));
        }
        BreakGlass found = done(glasses.find("XN240618-000123"));
        assertThat(found.isOpenTo("li", NOW, terms)).isTrue();
        assertThat(found.openUntil(terms)).contains(NOW.plus(terms.open()));
        assertThat(done(glasses.find("XN240618-000124"))).isEqualTo(BreakGlass.untouched("XN240618-000124"));
    }
}
