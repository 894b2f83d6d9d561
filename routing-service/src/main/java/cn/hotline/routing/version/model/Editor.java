package cn.hotline.routing.version.model;

/** Who published or changed something: a person of the hotline by account and name, or the service that brought its file. */
public record Editor(String account, String name) {

    /** Whoever starts a city with the files that come with the service. */
    public static final Editor SERVICE = new Editor("routing-service", "系统");
}
