package cn.hotline.intake.codes.model;

/**
 * 受理渠道: where a contact comes from.
 *
 * @param code as on the wire
 * @param family how the daily report counts it
 * @param term as printed
 */
public record Channel(String code, ChannelFamily family, String term) {}
