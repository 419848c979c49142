package dev.breakwater.launcher;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where things are and what was asked for.
 *
 * @param root the checkout
 * @param data where everything is kept
 * @param httpPort of console and REST
 * @param linkPort of the sensor link
 * @param demo whether the demo clusters are streamed
 * @param adminPassword given for the first start, empty = one is made
 */
record Settings(Path root, Path data, int httpPort, int linkPort, boolean demo, String adminPassword) {

    static Settings from(Map<String, String> environment) {
        Path root = ownJar().getParent().getParent().getParent();
        return new Settings(
                root,
                Path.of(environment.getOrDefault("BREAKWATER_DATA_DIR", "data"))
                        .toAbsolutePath()
                        .normalize(),
                port(environment, "SERVER_PORT", 8080),
                port(environment, "BREAKWATER_LINK_PORT", 9443),
                !environment.getOrDefault("BREAKWATER_DEMO", "true").equalsIgnoreCase("false"),
                environment.getOrDefault("BREAKWATER_ADMIN_PASSWORD", ""));
    }

    Path centralJar() {
        return root.resolve("ui/target/breakwater.jar");
    }

    Path sensorJar() {
        return root.resolve("sensor-agent/target/sensor-agent.jar");
    }

    Path demoFleet() {
        return root.resolve("launcher/src/main/demo");
    }

    String consoleUrl() {
        return "http://localhost:" + httpPort;
    }

    private static int port(Map<String, String> environment, String name, int standard) {
        String text = environment.getOrDefault(name, String.valueOf(standard));
        try {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, together with numbers that are out of range.
        }
        throw new StartFailed(name + " is '" + text + "'; allowed: a port from 1 to 65535");
    }

    private static Path ownJar() {
        try {
            return Path.of(Settings.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the launcher's own place is not a path", e);
        }
    }
}
