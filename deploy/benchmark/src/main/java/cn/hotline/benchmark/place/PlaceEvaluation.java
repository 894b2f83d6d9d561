package cn.hotline.benchmark.place;

import cn.hotline.routing.place.ConfirmedPlace;
import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.Gazetteer;
import cn.hotline.routing.place.LearnedPlaces;
import cn.hotline.routing.place.PlaceLearner;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.PlaceSuggestion;
import cn.hotline.routing.place.model.Whereabouts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Learns the counties of a strange city from some of its tickets, and tells how many of others it places rightly. The
 * product's own gazetteer does both; its files of names are not used, since they are those of its own city.
 */
final class PlaceEvaluation {

    static final String COUNTY = "district";
    static final String TITLE = "title";
    static final String CONTENT = "content";
    /** A name of a place that somebody wrote as such; may be absent. */
    private static final String NAMED = "river";

    /** Nothing is given; on whatever day, since these divisions are for ever. */
    private static final Whereabouts NOWHERE = Whereabouts.written(null, LocalDate.EPOCH);

    private static final int LEAST_SUPPORT = 1;
    /** What routing asks of a county to dispatch by itself, unless told otherwise. */
    private static final double SURE = 0.7;

    private final Map<String, String> codes = new LinkedHashMap<>();
    private final LearnedPlaces learned;
    private final Gazetteer gazetteer;

    PlaceEvaluation(TicketFile lessons) {
        List<ConfirmedPlace> confirmed = lessons.rows().stream()
                .map(row -> confirmed(row, lessons.has(NAMED)))
                .toList();
        learned = new PlaceLearner(LEAST_SUPPORT).learn(confirmed);
        gazetteer = Gazetteer.taught(
                Divisions.nameless(
                        "learned",
                        codes.entrySet().stream()
                                .map(county -> new Division(county.getValue(), county.getKey()))
                                .toList()),
                learned);
    }

    private ConfirmedPlace confirmed(Map<String, String> row, boolean named) {
        String county = row.getOrDefault(COUNTY, "");
        String code = codes.computeIfAbsent(county, any -> "%06d".formatted(codes.size() + 1));
        Stream<String> names = named ? Stream.of(county, row.getOrDefault(NAMED, "")) : Stream.of(county);
        return new ConfirmedPlace(
                text(row), names.filter(name -> name.length() > 1).toList(), code, null);
    }

    /** Of the ticket, nothing else is read. */
    private static String text(Map<String, String> row) {
        return row.getOrDefault(TITLE, "") + "\n" + row.getOrDefault(CONTENT, "");
    }

    /** Lines of {@code name value}. */
    List<String> of(TicketFile kept) {
        Tally all = new Tally();
        Map<String, Tally> perCounty = new TreeMap<>();
        for (Map<String, String> row : kept.rows()) {
            String county = row.getOrDefault(COUNTY, "");
            List<PlaceSuggestion> places = gazetteer.locate(NOWHERE, text(row));
            Stream.of(all, perCounty.computeIfAbsent(county, any -> new Tally()))
                    .forEach(tally -> tally.count(county, places));
        }
        List<String> lines = new ArrayList<>();
        lines.add(line("county-accuracy", share(all.right, all.tickets)));
        lines.add(line("tickets", all.tickets));
        lines.add(line("right", all.right));
        lines.add(line("wrong", all.tickets - all.right - all.asked));
        lines.add(line("asked", all.asked));
        lines.add(line("answered-share", share(all.tickets - all.asked, all.tickets)));
        lines.add(line("sure-share", share(all.sure, all.tickets)));
        lines.add(line("sure-accuracy", share(all.surelyRight, all.sure)));
        lines.add(line("learned-from", learned.tickets()));
        lines.add(line("learned-names", learned.size()));
        perCounty.forEach((county, tally) ->
                lines.add(line("county-accuracy:" + county, share(tally.right, tally.tickets) + " " + tally.tickets)));
        return lines;
    }

    private static String line(String name, Object value) {
        return name + " " + value;
    }

    private static String share(int part, int all) {
        return all == 0 ? "-" : "%.4f".formatted(part / (double) all);
    }

    /** What became of some tickets. */
    private static final class Tally {
        private int tickets;
        private int right;
        private int asked;
        private int sure;
        private int surelyRight;

        /** Two counties with the same to speak for them are no answer. */
        private void count(String county, List<PlaceSuggestion> places) {
            tickets++;
            boolean tied = places.size() > 1
                    && places.get(0).confidence() == places.get(1).confidence();
            if (places.isEmpty() || tied) {
                asked++;
                return;
            }
            boolean hit = places.get(0).county().equals(county);
            right += hit ? 1 : 0;
            if (places.get(0).confidence() >= SURE) {
                sure++;
                surelyRight += hit ? 1 : 0;
            }
        }
    }
}
