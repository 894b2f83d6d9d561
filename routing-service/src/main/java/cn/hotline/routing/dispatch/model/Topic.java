package cn.hotline.routing.dispatch.model;

/**
 * 诉求分类: what an appeal is about.
 *
 * @param code category code
 * @param term what a clerk calls it
 * @param reportGroup printed group of the daily report, such as 物业服务
 */
public record Topic(String code, String term, String reportGroup) {}
