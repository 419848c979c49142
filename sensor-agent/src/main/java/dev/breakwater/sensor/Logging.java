package dev.breakwater.sensor;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;

/** How log lines look; set before the first logger is made. What is given on the command line of Java wins. */
final class Logging {

    private Logging() {}

    static void configure() {
        set("showDateTime", "true");
        set("dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
        set("showThreadName", "false");
        set("showShortLogName", "true");
        set("levelInBrackets", "true");
        set("log.io.fabric8.kubernetes.client", "error");
        // What cannot be read is told by the source's own report, once.
        set("log.io.fabric8.kubernetes.client.informers", "off");
        set("log.io.netty", "error");
        set("log.io.vertx", "error");
        // gRPC logs by the JDK's own means, and what it logs is told by the link in one line.
        for (Handler handler : LogManager.getLogManager().getLogger("").getHandlers()) {
            handler.setLevel(Level.OFF);
        }
    }

    private static void set(String name, String value) {
        String property = "org.slf4j.simpleLogger." + name;
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
