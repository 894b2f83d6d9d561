package cn.hotline.routing.catalogue.model;

/** Who changed the catalogue: a person of the hotline by account and name, or the service that brought its file. */
public record Editor(String account, String name) {

    /** Whoever starts a city with the file that comes with the service. */
    public static final Editor SERVICE = new Editor("routing-service", "系统");
}
