package dev.breakwater.central.platform;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.MDC;

/** The one id that follows a request, or a change in a cluster, through logs, history and problems. */
public final class Correlation {

    private static final String KEY = "correlation";

    private Correlation() {}

    /** The present id, empty outside of any request or batch. */
    public static String current() {
        String id = MDC.get(KEY);
        return id == null ? "" : id;
    }

    /** Sets the id until the returned handle is closed, which brings back the one before. */
    public static Handle use(String id) {
        String before = MDC.get(KEY);
        MDC.put(KEY, id);
        return () -> {
            if (before == null) {
                MDC.remove(KEY);
            } else {
                MDC.put(KEY, before);
            }
        };
    }

    /** A new id of 16 hexadecimal digits. */
    public static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    /** Ends the use of an id. */
    @FunctionalInterface
    public interface Handle extends AutoCloseable {
        @Override
        void close();
    }
}
