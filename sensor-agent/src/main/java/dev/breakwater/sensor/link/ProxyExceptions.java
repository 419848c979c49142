package dev.breakwater.sensor.link;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * What {@code NO_PROXY} excepts: names separated by commas or spaces. A name covers itself and everything below it, with or
 * without a dot or {@code *.} before it; {@code NAME:PORT} covers that port only; {@code *} covers everything. Ranges of
 * addresses are not understood, since central is known by name.
 */
record ProxyExceptions(String text) {

    boolean cover(CentralAddress central) {
        String host = central.host().toLowerCase(Locale.ROOT);
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .anyMatch(entry -> covers(entry, host, central.port()));
    }

    private static boolean covers(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        String name = entry;
        int colon = entry.lastIndexOf(':');
        boolean bareIpv6 = entry.indexOf(':') != colon && !entry.startsWith("[");
        if (colon > 0 && !bareIpv6 && !entry.endsWith("]")) {
            if (!entry.substring(colon + 1).equals(String.valueOf(port))) {
                return false;
            }
            name = entry.substring(0, colon);
        }
        String plain = name.startsWith("*.") ? name.substring(2) : name.startsWith(".") ? name.substring(1) : name;
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return !plain.isEmpty() && (host.equals(plain) || bare.equals(plain) || host.endsWith("." + plain));
    }
}
