package dev.breakwater.central.fleet.internal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where sensors reach the link.
 *
 * @param host a DNS name, an IPv4 address, or an IPv6 address without brackets
 */
public record LinkAddress(String host, int port) {

    private static final Pattern FORM = Pattern.compile(
            "(?:\\[([0-9A-Fa-f:.]{2,45})]|([A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?)):(\\d{1,5})");
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final int MAX_PORT = 65_535;

    /**
     * Reads {@code host:port}; an IPv6 address stands in brackets.
     *
     * @throws IllegalArgumentException that says what is allowed
     */
    public static LinkAddress parse(String text) {
        Matcher form = FORM.matcher(text);
        if (form.matches()) {
            int port = Integer.parseInt(form.group(3));
            if (port >= 1 && port <= MAX_PORT) {
                return new LinkAddress(form.group(1) == null ? form.group(2) : form.group(1), port);
            }
        }
        throw new IllegalArgumentException("breakwater.link.address (BREAKWATER_LINK_ADDRESS) is '" + text
                + "'; allowed: host:port such as central.example.com:9443 or [2001:db8::1]:9443");
    }

    /** Whether the host is an IP address, which a certificate names otherwise than a DNS name. */
    public boolean isIp() {
        return host.indexOf(':') >= 0 || IPV4.matcher(host).matches();
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
