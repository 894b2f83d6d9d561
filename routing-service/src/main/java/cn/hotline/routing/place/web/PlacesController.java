package cn.hotline.routing.place.web;

import cn.hotline.routing.place.Divisions;
import cn.hotline.routing.place.PlaceSchool;
import cn.hotline.routing.place.model.Division;
import cn.hotline.routing.place.model.LearnedName;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 学到的地名: the names that confirmed tickets taught, and in how many counties how many tickets say them. */
@RestController
@RequestMapping("/api/v1/places")
public final class PlacesController {

    private static final int MOST = 100;

    private final PlaceSchool school;
    private final Divisions divisions;

    PlacesController(PlaceSchool school, Divisions divisions) {
        this.school = school;
        this.divisions = divisions;
    }

    @GetMapping
    PlacesView places(@RequestParam(defaultValue = "") String q) {
        var learned = school.get();
        return new PlacesView(
                learned.tickets(),
                learned.size(),
                learned.like(q.strip(), MOST).stream().map(this::view).toList());
    }

    private NameView view(LearnedName learned) {
        return new NameView(
                learned.name(),
                learned.support(),
                learned.tickets().entrySet().stream()
                        .map(county -> new CountyView(
                                county.getKey(),
                                divisions
                                        .find(county.getKey())
                                        .map(Division::name)
                                        .orElse(county.getKey()),
                                county.getValue()))
                        .toList());
    }

    /** From how many tickets how many names were learned, and at most a hundred of those asked for. */
    record PlacesView(int tickets, int names, List<NameView> items) {}

    record NameView(String name, int tickets, List<CountyView> counties) {}

    record CountyView(String code, String name, int tickets) {}
}
