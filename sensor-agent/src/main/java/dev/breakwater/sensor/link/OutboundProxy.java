package dev.breakwater.sensor.link;

import io.grpc.HttpConnectProxiedSocketAddress;
import io.grpc.ProxiedSocketAddress;
import io.grpc.ProxyDetector;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy between the sensor and central, if there is one. The connection goes through it by {@code CONNECT}: mutual TLS
 * stays between sensor and central, and the proxy, not the sensor, resolves central's name.
 *
 * @param host of the proxy
 * @param port of the proxy
 * @param user for Basic authentication, {@code null} = none
 * @param password with the user; never shown
 */
public record OutboundProxy(
        String host,
        int port,
        @Nullable String user,
        @Nullable String password) {

    private static final String ALLOWED = "allowed: http://[USER:PASSWORD@]HOST[:PORT]";
    private static final int STANDARD_PORT = 80;

    /**
     * The proxy that {@code HTTPS_PROXY} names, unless {@code NO_PROXY} excepts central. Both may be written in lower case,
     * which counts first, as curl has it.
     *
     * @return {@code null} = straight to central
     * @throws IllegalArgumentException if the value is not the address of an HTTP proxy; the message does not repeat it, since
     *     it may hold a password
     */
    public static @Nullable OutboundProxy of(Map<String, String> environment, CentralAddress central) {
        String address = either(environment, "https_proxy", "HTTPS_PROXY");
        boolean excepted = new ProxyExceptions(either(environment, "no_proxy", "NO_PROXY")).cover(central);
        return address.isBlank() || excepted ? null : parse(address.strip());
    }

    private static String either(Map<String, String> environment, String first, String second) {
        String value = environment.getOrDefault(first, "");
        return value.isBlank() ? environment.getOrDefault(second, "") : value;
    }

    private static OutboundProxy parse(String address) {
        URI uri;
        try {
            uri = URI.create(address.contains("://") ? address : "http://" + address);
        } catch (IllegalArgumentException e) {
            // Not as the cause: its message repeats the value.
            throw new IllegalArgumentException("HTTPS_PROXY is not an address; " + ALLOWED);
        }
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http")) {
            throw new IllegalArgumentException(
                    "HTTPS_PROXY begins with '" + scheme + "://', which is not supported; " + ALLOWED);
        }
        if (uri.getHost() == null || uri.getPort() > 65_535 || uri.getPort() == 0) {
            throw new IllegalArgumentException("HTTPS_PROXY names no host and port; " + ALLOWED);
        }
        String account = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = account.indexOf(':');
        return new OutboundProxy(
                uri.getHost(),
                uri.getPort() < 0 ? STANDARD_PORT : uri.getPort(),
                account.isEmpty() ? null : decoded(colon < 0 ? account : account.substring(0, colon)),
                account.isEmpty() ? null : decoded(colon < 0 ? "" : account.substring(colon + 1)));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** For gRPC, which asks before it resolves central's name. */
    static ProxyDetector detector(@Nullable OutboundProxy proxy) {
        return proxy == null ? target -> null : proxy::around;
    }

    private @Nullable ProxiedSocketAddress around(SocketAddress target) {
        return HttpConnectProxiedSocketAddress.newBuilder()
                .setProxyAddress(new InetSocketAddress(host, port))
                .setTargetAddress((InetSocketAddress) target)
                .setUsername(user)
                .setPassword(password)
                .build();
    }

    @Override
    public String toString() {
        return host + ":" + port + (user == null ? "" : " (with an account)");
    }
}
