package cn.hotline.evaluation;

import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports for an instance of a test. */
final class FreePorts {

    private FreePorts() {}

    /** A port for a gateway of which all that are counted from it are free. */
    static int gateway() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
            if (areFree(port)) {
                return port;
            }
        }
    }

    /** Whether an instance of that gateway may start. */
    static boolean areFree(int gateway) {
        try {
            Ports.requireFree(IntStream.rangeClosed(gateway, gateway + 17));
            return true;
        } catch (Fault taken) {
            return false;
        }
    }
}
