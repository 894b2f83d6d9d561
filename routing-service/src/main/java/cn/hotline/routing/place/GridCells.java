package cn.hotline.routing.place;

import cn.hotline.routing.knowledge.KnowledgeFiles;
import cn.hotline.routing.knowledge.KnowledgeTable;
import cn.hotline.routing.knowledge.WordIndex;
import cn.hotline.routing.place.model.Cell;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 网格与网格员 ({@code grid.tsv}): found by code, by community and words, or by a point. */
public final class GridCells {

    private static final String FILE = "grid.tsv";
    /** How far from its centre a cell that has no outline reaches. */
    private static final double REACH_METRES = 250;

    private static final double METRES_PER_DEGREE = 111_320;

    private final Map<String, Plot> byCode;

    private GridCells(Map<String, Plot> byCode) {
        this.byCode = byCode;
    }

    /** @throws cn.hotline.routing.knowledge.KnowledgeFault when a line is malformed or its community unknown */
    public static GridCells load(KnowledgeFiles files, Divisions divisions) {
        var byCode = new LinkedHashMap<String, Plot>();
        for (var row : files.read(FILE, "code", "name", "community", "worker", "words", "shape")
                .rows()) {
            var community = row.text("community");
            row.require(
                    divisions
                            .find(community)
                            .filter(found -> found.isCommunity())
                            .isPresent(),
                    "community " + community + " is not in divisions.tsv");
            var cell = new Cell(row.text("code"), row.text("name"), community, row.text("worker"));
            var plot = new Plot(cell, row.words("words"), corners(row));
            row.require(byCode.put(cell.code(), plot) == null, "cell " + cell.code() + " stands twice");
        }
        return new GridCells(byCode);
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

    public int size() {
        return byCode.size();
    }

    public Optional<Cell> find(String code) {
        return Optional.ofNullable(byCode.get(code)).map(Plot::cell);
    }

    /** The cells of a community that the text may speak of: those whose words stand in it, else all. */
    public List<Cell> of(String communityCode, String text) {
        var plain = WordIndex.plain(text);
        var all = byCode.values().stream()
                .filter(plot -> plot.cell.communityCode().equals(communityCode))
                .toList();
        var named = all.stream()
                .filter(plot -> plot.words.stream().anyMatch(word -> plain.contains(WordIndex.plain(word))))
                .toList();
        return (named.isEmpty() ? all : named).stream().map(Plot::cell).toList();
    }

    /** The cell a point lies in: by outline, else the one whose centre is nearest and near enough. */
    public Optional<Cell> at(double longitude, double latitude) {
        return byCode.values().stream()
                .filter(plot -> plot.holds(longitude, latitude))
                .findFirst()
                .or(() -> byCode.values().stream()
                        .filter(plot -> plot.metresTo(longitude, latitude) <= REACH_METRES)
                        .min(Comparator.comparingDouble(plot -> plot.metresTo(longitude, latitude))))
                .map(Plot::cell);
    }

    /** A cell with what tells that something lies in it. */
    private record Plot(Cell cell, List<String> words, List<Point2D> corners) {

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
