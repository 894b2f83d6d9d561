package cn.hotline.routing.place;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.place.model.Cell;
import cn.hotline.routing.place.model.Division;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 网格与网格员 ({@code grid.tsv}): found by code, by community and words, or by a point. */
public final class GridCells {

    private static final String FILE = "grid.tsv";
    /** How far from its centre a cell that has no outline reaches. */
    private static final double REACH_METRES = 250;

    private static final double METRES_PER_DEGREE = 111_320;

    private final CodeRegister<Plot> register;
    private final Divisions divisions;

    private GridCells(CodeRegister<Plot> register, Divisions divisions) {
        this.register = register;
        this.divisions = divisions;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or its community unknown */
    public static GridCells load(KnowledgeFiles files, Divisions divisions) {
        var reading = new CodeRegister.Reading<Plot>();
        var table = files.read(
                FILE, "code", "name", "community", "worker", "words", "shape", "from?", "until?", "successors?");
        for (var row : table.rows()) {
            var community = row.text("community");
            row.require(
                    divisions.find(community).filter(Division::isCommunity).isPresent(),
                    "community " + community + " is not in divisions.tsv");
            var cell = new Cell(row.text("code"), row.text("name"), community, row.text("worker"));
            reading.add(row, cell.code(), new Plot(cell, row.words("words"), corners(row)));
        }
        return new GridCells(reading.whole(), divisions);
    }

    private static List<Point2D> corners(KnowledgeTable.Row row) {
        var corners = new ArrayList<Point2D>();
        for (var corner : row.words("shape")) {
            row.require(
                    corner.matches("\\d{2,3}(\\.\\d+)?,\\d{1,2}(\\.\\d+)?"),
                    "'" + corner + "' is no longitude,latitude");
            var parts = corner.split(",");
            corners.add(new Point2D.Double(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])));
        }
        row.require(corners.size() != 2, "a shape is one point or at least three");
        return List.copyOf(corners);
    }

    /** The cell of that code, or those that took over from it, on that day. */
    public List<Cell> find(String code, LocalDate on) {
        return register.on(code, on).stream().map(Plot::cell).toList();
    }

    /** The cells of a community that the text may speak of: those whose words stand in it, else all. */
    public List<Cell> of(String communityCode, String text, LocalDate on) {
        var plain = WordIndex.plain(text);
        var all = there(on)
                .filter(plot -> plot.cell.communityCode().equals(communityCode))
                .toList();
        var named = all.stream()
                .filter(plot -> plot.words.stream().anyMatch(word -> plain.contains(WordIndex.plain(word))))
                .toList();
        return (named.isEmpty() ? all : named).stream().map(Plot::cell).toList();
    }

    /** The cell a point lies in: by outline, else the one whose centre is nearest and near enough. */
    public Optional<Cell> at(double longitude, double latitude, LocalDate on) {
        return there(on)
                .filter(plot -> plot.holds(longitude, latitude))
                .findFirst()
                .or(() -> there(on)
                        .filter(plot -> plot.metresTo(longitude, latitude) <= REACH_METRES)
                        .min(Comparator.comparingDouble(plot -> plot.metresTo(longitude, latitude))))
                .map(Plot::cell);
    }

    /** Those there are on that day, in what their community is then. */
    private Stream<Plot> there(LocalDate on) {
        return register.all().stream()
                .filter(entry -> entry.validity().holdsOn(on))
                .map(CodeRegister.Entry::bearer)
                .flatMap(plot ->
                        divisions.on(plot.cell.communityCode(), on).stream().map(plot::in));
    }

    /** A cell with what tells that something lies in it. */
    private record Plot(Cell cell, List<String> words, List<Point2D> corners) {

        private Plot in(Division community) {
            return cell.communityCode().equals(community.code())
                    ? this
                    : new Plot(new Cell(cell.code(), cell.name(), community.code(), cell.worker()), words, corners);
        }

        boolean holds(double longitude, double latitude) {
            if (corners.size() < 3) {
                return false;
            }
            var outline = new Path2D.Double();
            outline.moveTo(corners.get(0).getX(), corners.get(0).getY());
            corners.stream().skip(1).forEach(corner -> outline.lineTo(corner.getX(), corner.getY()));
            outline.closePath();
            return outline.contains(longitude, latitude);
        }

        double metresTo(double longitude, double latitude) {
            if (corners.size() != 1) {
                return Double.MAX_VALUE;
            }
            double east = (corners.get(0).getX() - longitude) * Math.cos(Math.toRadians(latitude));
            return Math.hypot(east, corners.get(0).getY() - latitude) * METRES_PER_DEGREE;
        }
    }
}
