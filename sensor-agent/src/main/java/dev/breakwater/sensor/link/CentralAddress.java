package dev.breakwater.sensor.link;

/**
 * Where central's link port is.
 *
 * @param host a name or an address; IPv6 in brackets
 */
public record CentralAddress(String host, int port) {

    /**
     * Reads {@code HOST:PORT}.
     *
     * @throws IllegalArgumentException if it is not of that form
     */
    public static CentralAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        boolean bareIpv6 = host.contains(":") && !host.startsWith("[");
        int port = colon < 0 ? 0 : port(text.substring(colon + 1));
        if (host.isBlank() || bareIpv6 || host.contains("/") || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("'" + text + "' is not HOST:PORT, such as central.example.org:9443");
        }
        return new CentralAddress(host, port);
    }

    private static int port(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
