package cn.hotline.routing.place.model;

import java.util.List;

/**
 * 叠加区域: a park, railway, motorway or development zone for which another than the county is responsible.
 *
 * @param unit code of the unit that is
 * @param unitName its name
 * @param basis why
 * @param evidence the words that show that an appeal speaks of it
 */
public record Area(String code, String name, String unit, String unitName, String basis, List<String> evidence) {

    /** The same with whoever is responsible, and the words that show it. */
    public Area of(String unitInCharge, String nameOfUnit, List<String> words) {
        return new Area(code, name, unitInCharge, nameOfUnit, basis, words);
    }
}
