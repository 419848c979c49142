package dev.breakwater.cli.central;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proxies as pipelines name them: {@code HTTPS_PROXY}, {@code HTTP_PROXY}, {@code NO_PROXY}, in either case. */
public final class EnvironmentProxies extends ProxySelector {

    private static final int DEFAULT_PORT = 3128;

    private final @Nullable Proxy http;
    private final @Nullable Proxy https;
    private final List<String> direct;

    private EnvironmentProxies(@Nullable Proxy http, @Nullable Proxy https, List<String> direct) {
        this.http = http;
        this.https = https;
        this.direct = direct;
    }

    public static ProxySelector of(Map<String, String> environment) {
        return new EnvironmentProxies(
                proxy(value(environment, "http_proxy")),
                proxy(value(environment, "https_proxy")),
                Arrays.stream(value(environment, "no_proxy").split(","))
                        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                        .filter(entry -> !entry.isEmpty())
                        .toList());
    }

    private static String value(Map<String, String> environment, String name) {
        String upper = environment.getOrDefault(name.toUpperCase(Locale.ROOT), "");
        return environment.getOrDefault(name, upper).strip();
    }

    private static @Nullable Proxy proxy(String value) {
        if (value.isEmpty()) {
            return null;
        }
        try {
            URI uri = URI.create(value.contains("://") ? value : "http://" + value);
            String host = uri.getHost();
            int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
            return host == null ? null : new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public List<Proxy> select(URI uri) {
        Proxy proxy = "https".equals(uri.getScheme()) ? https : http;
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return List.of(proxy == null || isDirect(host) ? Proxy.NO_PROXY : proxy);
    }

    private boolean isDirect(String host) {
        return host.equals("localhost")
                || host.equals("127.0.0.1")
                || direct.stream()
                        .anyMatch(entry -> entry.equals("*")
                                || host.equals(entry.replaceFirst("^\\.", ""))
                                || host.endsWith("." + entry.replaceFirst("^\\.", "")));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The call itself tells of it.
    }
}
