package cn.hotline.routing.roster;

import cn.hotline.chassis.Cause;
import cn.hotline.chassis.ChassisWiring;
import cn.hotline.chassis.mongo.DocumentStore;
import cn.hotline.routing.RoutingProperties;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.roster.model.Roster.Plan;
import cn.hotline.routing.roster.mongo.MongoRosters;
import cn.hotline.routing.roster.web.RosterController;
import cn.hotline.routing.roster.web.RosterPages;
import cn.hotline.routing.units.Units;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** 人员与值班. */
@Configuration(proxyBeanMethods = false)
@Import({RosterController.class, RosterPages.class})
public class RosterWiring {

    @Bean
    Rosters rosters(DocumentStore<?> store) {
        return new MongoRosters(store);
    }

    @Bean
    RosterDesk rosterDesk(Rosters rosters, Clock clock) {
        return new RosterDesk(rosters, clock);
    }

    /** Emergencies are dispatched from the first moment on. */
    @Bean
    ChassisWiring.Precondition rostersAreThere(
            RosterDesk desk,
            RoutingProperties properties,
            Units units,
            @Value("${hotline.tenant:630100}") String tenant) {
        Map<String, Plan> atFirst = properties.rosters() == null
                ? Map.of()
                : RosterFile.load(KnowledgeFiles.of(properties.rosters()), units);
        return () -> desk.begin(atFirst)
                .contextWrite(
                        Cause.command(tenant, "routing-service", null, null).context());
    }
}
