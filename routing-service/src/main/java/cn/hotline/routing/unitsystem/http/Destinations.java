package cn.hotline.routing.unitsystem.http;

import io.netty.util.NetUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Where a webhook may lead: never to this machine itself, to its neighbours on the wire, or to many at once, whatever its
 * name resolves to at the moment. Private addresses are allowed: a government's network has no others.
 *
 * @param local whether this machine is allowed after all, and http: for trying things out
 */
record Destinations(boolean local) {

    boolean allows(URI address) {
        String host = address.getHost();
        return host != null
                && address.getUserInfo() == null
                && ("https".equals(address.getScheme()) || local && "http".equals(address.getScheme()))
                && (!isLiteral(host) || allows(literal(host)));
    }

    /** Of what a name resolved to; none where nothing is allowed. */
    List<? extends SocketAddress> allowed(List<? extends SocketAddress> resolved) {
        return resolved.stream()
                .filter(address -> address instanceof InetSocketAddress known
                        && known.getAddress() != null
                        && allows(known.getAddress()))
                .toList();
    }

    private boolean allows(InetAddress address) {
        return local
                || !address.isLoopbackAddress()
                        && !address.isLinkLocalAddress()
                        && !address.isAnyLocalAddress()
                        && !address.isMulticastAddress();
    }

    private static boolean isLiteral(String host) {
        return host.startsWith("[") || NetUtil.isValidIpV4Address(host);
    }

    private static InetAddress literal(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException impossible) {
            throw new IllegalArgumentException(impossible);
        }
    }
}
