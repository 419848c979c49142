package dev.breakwater.central.notification.internal.send;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What an address is, by the registries of special addresses (RFC 6890). An IPv6 address that carries an IPv4 one (NAT64, 6to4,
 * IPv4-compatible) is what that is.
 */
final class AddressRange {

    /** Where clouds tell machines their credentials, besides the link-local 169.254.0.0/16. */
    private static final Set<String> METADATA = Set.of(
            "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254");

    private AddressRange() {}

    /** Never a target, whatever is configured. */
    static boolean isNever(InetAddress address) {
        for (InetAddress each : meant(address)) {
            byte[] bytes = each.getAddress();
            if (each.isAnyLocalAddress()
                    || each.isMulticastAddress()
                    || each.isLinkLocalAddress()
                    || METADATA.contains(withoutZone(each))
                    || (bytes.length == 4 && (first(bytes) == 0 || first(bytes) >= 240))
                    || isTeredo(bytes)) {
                return true;
            }
        }
        return false;
    }

    /** Of this machine, or of a network that the Internet does not reach. */
    static boolean isInternal(InetAddress address) {
        return meant(address).stream().anyMatch(AddressRange::isInternalItself);
    }

    private static boolean isInternalItself(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isLoopbackAddress() || address.isSiteLocalAddress()) {
            return true;
        }
        if (bytes.length != 4) {
            return (first(bytes) & 0xfe) == 0xfc;
        }
        int second = bytes[1] & 0xff;
        return switch (first(bytes)) {
            case 100 -> second >= 64 && second < 128;
            case 192 -> second == 0 && bytes[2] == 0;
            case 198 -> second == 18 || second == 19;
            default -> false;
        };
    }

    private static int first(byte[] bytes) {
        return bytes[0] & 0xff;
    }

    private static boolean isTeredo(byte[] bytes) {
        return bytes.length == 16 && startsWith(bytes, 0x20, 0x01, 0x00, 0x00);
    }

    /** The address, and the one that it carries. */
    private static List<InetAddress> meant(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address || bytes.length != 16) {
            return List.of(address);
        }
        if (startsWith(bytes, 0x20, 0x02)) {
            return List.of(address, carried(bytes, 2));
        }
        boolean translated = startsWith(bytes, 0x00, 0x64, 0xff, 0x9b);
        boolean compatible = allZero(bytes, 12) && !address.isAnyLocalAddress() && !address.isLoopbackAddress();
        return translated || compatible ? List.of(address, carried(bytes, 12)) : List.of(address);
    }

    private static InetAddress carried(byte[] bytes, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, at, at + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (int i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    private static boolean allZero(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static String withoutZone(InetAddress address) {
        String text = address.getHostAddress();
        int zone = text.indexOf('%');
        return zone < 0 ? text : text.substring(0, zone);
    }
}
