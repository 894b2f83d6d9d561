package cn.hotline.routing.place.model;

/**
 * 网格: the part of a community one worker looks after.
 *
 * @param communityCode 12 digits
 * @param worker name of the 网格员, as the street office publishes it
 */
public record Cell(String code, String name, String communityCode, String worker) {}
