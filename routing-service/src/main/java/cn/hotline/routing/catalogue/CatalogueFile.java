package cn.hotline.routing.catalogue;

import cn.hotline.routing.catalogue.model.CatalogueEntry;
import cn.hotline.routing.catalogue.model.Duty;
import cn.hotline.routing.catalogue.model.PlaceReach;
import cn.hotline.routing.catalogue.model.Scope;
import cn.hotline.routing.classification.Categories;
import cn.hotline.routing.classification.model.Urgency;
import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.knowledge.model.Validity;
import cn.hotline.routing.units.Units;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue a city begins with ({@code catalogue.tsv}): its version 1, until somebody publishes another. */
record CatalogueFile(String version, List<CatalogueEntry> entries) {

    private static final String FILE = "catalogue.tsv";

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or names what is not there */
    static CatalogueFile load(KnowledgeFiles files, Categories categories, Units units) {
        var table = files.read(FILE, "rule", "category", "reach", "lead", "coUnits", "streets", "grade", "basis");
        var ids = new HashSet<String>();
        var cases = new HashSet<Scope>();
        var entries = new ArrayList<CatalogueEntry>();
        for (var row : table.rows()) {
            var entry = read(row, categories, units);
            row.require(ids.add(entry.id()), "rule " + entry.id() + " stands twice");
            row.require(cases.add(entry.scope()), "another rule says this class and reach");
            entries.add(entry);
        }
        return new CatalogueFile(table.version(), List.copyOf(entries));
    }

    private static CatalogueEntry read(KnowledgeTable.Row row, Categories categories, Units units) {
        var scope = new Scope(row.text("category"), row.constant("reach", PlaceReach.class), null, List.of());
        var duty = new Duty(
                row.text("lead"),
                row.words("coUnits"),
                row.optional("streets").isPresent(),
                row.text("basis"),
                row.optional("grade").isPresent() ? row.constant("grade", Urgency.class) : null);
        row.require(categories.find(scope.category()).isPresent(), "category " + scope.category() + " is unknown");
        Stream.concat(Stream.of(duty.lead()), duty.coUnits().stream()).forEach(unit -> {
            var stand = PlaceReach.ofStand(unit);
            row.require(stand.isPresent() || units.find(unit).isPresent(), "unit " + unit + " is unknown");
            row.require(
                    stand.stream().allMatch(level -> level.compareTo(scope.reach()) <= 0),
                    "the county of the place needs a place");
        });
        return new CatalogueEntry(row.text("rule"), scope, duty, Validity.ALWAYS);
    }
}
