package cn.hotline.evaluation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;

/**
 * The ports of one instance, all on loopback and all counted from the gateway's, so that a second instance needs no more
 * than another {@code --port}.
 *
 * @param gateway the one people and programs use
 */
record Ports(int gateway) {

    private static final int FARTHEST = 17;

    /** Largest port of a gateway that leaves room for the others. */
    static final int LARGEST = 65_535 - FARTHEST;

    int intake() {
        return gateway + 1;
    }

    int routing() {
        return gateway + 2;
    }

    int followup() {
        return gateway + 3;
    }

    int reporting() {
        return gateway + 4;
    }

    int identity() {
        return gateway + 5;
    }

    int broker() {
        return gateway + 12;
    }

    int brokerController() {
        return gateway + 13;
    }

    /** Where systems of units reach the broker. */
    int brokerUnits() {
        return gateway + 14;
    }

    /** The same as bootstrap servers. */
    String unitServers() {
        return "127.0.0.1:" + brokerUnits();
    }

    int documents() {
        return gateway + FARTHEST;
    }

    static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /**
     * Looks before anything is started, so that a second start does no half work.
     *
     * @throws Fault naming the ports somebody else listens on
     */
    static void requireFree(IntStream ports) {
        int[] taken = ports.filter(Ports::isTaken).toArray();
        if (taken.length > 0) {
            String list = String.join(
                    "、", IntStream.of(taken).mapToObj(String::valueOf).toList());
            throw new Fault(
                    "端口 " + list + " 已被占用，请停止占用它的程序，或用 --port 换一组端口。",
                    "Port " + list.replace("、", ", ")
                            + " is in use: stop what uses it, or choose other ports with --port.");
        }
    }

    private static boolean isTaken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(loopback(port));
            return false;
        } catch (IOException inUse) {
            return true;
        }
    }
}
