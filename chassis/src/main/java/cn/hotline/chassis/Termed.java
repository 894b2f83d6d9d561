package cn.hotline.chassis;

/** A code that a clerk knows by a Chinese term; implemented by enums of the domain. */
public interface Termed {

    /** The code on the wire: the enum constant's name. */
    String name();

    /** The term a clerk would say. */
    String term();
}
