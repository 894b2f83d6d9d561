package cn.hotline.routing;

import cn.hotline.routing.deadline.model.Ladder;
import cn.hotline.routing.deadline.model.Terms;
import cn.hotline.routing.deadline.model.TimeLimit;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set for routing.
 *
 * @param knowledge folder with the operator's own knowledge files; a file that is absent there is the one that comes
 *     with the service. Not set: all files that come with the service
 * @param rosters folder with {@code rosters.tsv}: the people and the duty of units that have none in the store yet. Not
 *     set: every unit writes its own
 * @param officeHours when offices are open on a working day, each {@code 08:30-12:00}; working time limits count these
 *     hours only
 * @param confidence how sure routing must be to dispatch without a dispatcher
 * @param learning how the classifier learns from tickets
 * @param emergency whom an emergency goes to that nobody acknowledges, and when
 * @param notices when units are told of deadlines, and by whom
 * @param terms until when a unit may object, and a dispatch be taken back
 * @param unitSystems how units' own systems are reached
 * @param silence how long nothing may happen to a ticket that a unit has before the desk lists it as silent
 */
@ConfigurationProperties("hotline.routing")
public record RoutingProperties(
        @Nullable Path knowledge,
        @Nullable Path rosters,
        @DefaultValue({"08:30-12:00", "14:30-18:00"}) List<String> officeHours,
        @DefaultValue Sureness confidence,
        @DefaultValue Limits terms,
        @DefaultValue Emergency emergency,
        @DefaultValue Notices notices,
        @DefaultValue Learning learning,
        @DefaultValue UnitSystems unitSystems,
        @DefaultValue("3d") Duration silence) {

    /**
     * @param servers where units' systems reach the broker, as they are told; not set: where we do
     * @param silentAfter a system that does nothing for so long while tickets wait is listed as silent
     * @param localWebhooks whether webhooks may lead to this machine and go over http: for trying things out
     */
    public record UnitSystems(
            @Nullable String servers,
            @DefaultValue("2h") Duration silentAfter,
            @DefaultValue("false") boolean localWebhooks) {}

    /**
     * @param nightly when a training on the city's own tickets begins each day
     * @param leastTickets with fewer tickets whose class is known nothing is learned
     * @param mostLetters how much text a training reads, the newest tickets first: bounds its memory
     */
    public record Learning(
            @DefaultValue("03:00") LocalTime nightly,
            @DefaultValue("300") int leastTickets,
            @DefaultValue("1000000") int mostLetters) {}

    /**
     * Each is written like a time limit: {@code 10min}, {@code 1wd}.
     *
     * @param objection how long after its dispatch a unit may send a ticket back
     * @param recall how long after a dispatch the hotline may simply take it back
     * @param extensions how often more time may be granted for one ticket
     * @param extensionDays how many days at most each time
     * @param extensionCutOff until when on the day it is due more time may be asked for
     */
    public record Limits(
            @DefaultValue("1wd") String objection,
            @DefaultValue("10min") String recall,
            @DefaultValue("1") int extensions,
            @DefaultValue("10") int extensionDays,
            @DefaultValue("17:00") String extensionCutOff) {

        public Terms terms() {
            return new Terms(
                    TimeLimit.of(objection),
                    TimeLimit.of(recall),
                    extensions,
                    extensionDays,
                    LocalTime.parse(extensionCutOff));
        }
    }

    /**
     * @param times of a working day at which units are told what has gathered; emergencies are told at once
     * @param provider where the city's provider of short messages and calls takes them. Not set: notices are in the inbox
     *     only
     * @param providerToken what is shown to the provider as {@code Bearer}. Not set: nothing
     * @param dutyOffice name of the city's duty office
     * @param dutyOfficePhone its telephone. Not set: it is told on the page of notices only
     */
    public record Notices(
            @DefaultValue({"08:30", "14:30"}) List<LocalTime> times,
            @Nullable URI provider,
            @Nullable String providerToken,
            @DefaultValue("总值班室") String dutyOffice,
            @Nullable String dutyOfficePhone) {}

    /**
     * Each counts from the dispatch; one that is not before the deadline to acknowledge is never called.
     *
     * @param deputy when the deputies of the unit are called
     * @param head when whoever heads it is called
     * @param dutyOffice when the city's duty office is called
     */
    public record Emergency(
            @DefaultValue("5m") Duration deputy,
            @DefaultValue("8m") Duration head,
            @DefaultValue("12m") Duration dutyOffice) {

        public Ladder ladder() {
            return new Ladder(deputy, head, dutyOffice);
        }
    }

    /**
     * @param category least confidence of the class, 0 to 1
     * @param place least confidence of the county, 0 to 1; asked only where the catalogue needs a place
     */
    public record Sureness(
            @DefaultValue("0.6") double category,
            @DefaultValue("0.7") double place) {}
}
