package dev.breakwater.central.fleet.internal.link;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The name of this process among the replicas of central: the machine's and something that no restart repeats. */
@Component
final class Replica {

    private final String name = host() + "-" + UUID.randomUUID().toString().substring(0, 8);

    String name() {
        return name;
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "central";
        }
    }
}
