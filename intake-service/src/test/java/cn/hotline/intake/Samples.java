package cn.hotline.intake;

import java.io.IOException;
import java.io.InputStream;

/** Golden samples, as the publishers' contracts carry them. */
public final class Samples {

    private Samples() {}

    /**
     * The sample of an event.
     *
     * @param wireName such as {@code cn.hotline.intake.ticket-registered.v1}
     */
    public static byte[] read(String publisher, String wireName) throws IOException {
        String file = "/samples/" + publisher
                + wireName.substring(("cn.hotline." + publisher).length()).replaceFirst("\\.", "/") + ".json";
        try (InputStream stream = Samples.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new AssertionError("There is no sample " + file);
            }
            return stream.readAllBytes();
        }
    }
}
