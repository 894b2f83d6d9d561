package cn.hotline.access;

/**
 * The units there are, as a bean of the service that knows them. Where there is one, nobody comes in for a unit that
 * does not exist. Thread-safe.
 */
@FunctionalInterface
public interface KnownUnits {

    boolean contains(String code);
}
