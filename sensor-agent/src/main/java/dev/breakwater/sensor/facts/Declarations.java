package dev.breakwater.sensor.facts;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The policies that a cluster declares itself, as resources of kind {@code SecurityPolicy}, as far as they can be read. */
public final class Declarations {

    /** The most resources that are sent; the wire's own bound. */
    public static final int MOST = 500;

    /** The longest document that is sent, in bytes of UTF-8; the wire's own bound. */
    public static final int LONGEST = 65_536;

    /**
     * A resource.
     *
     * @param document its spec as JSON; empty = it is longer than {@link #LONGEST}
     */
    public record Declared(String namespace, String name, String document) {}

    /**
     * What is declared.
     *
     * @param incomplete whether there may be more than could be read
     */
    public record Told(List<Declared> policies, boolean incomplete) {

        public Told {
            policies = List.copyOf(policies);
        }
    }

    private @Nullable Told told;
    private volatile Runnable listener = () -> {};

    /** Called after each change; must return at once. */
    public void onChange(Runnable listener) {
        this.listener = listener;
    }

    /** Replaces what is declared. */
    public void report(Told now) {
        synchronized (this) {
            if (now.equals(told)) {
                return;
            }
            told = now;
        }
        listener.run();
    }

    /** It cannot be told now what is declared. */
    public synchronized void unknown() {
        told = null;
    }

    /** What is declared, nothing if that is not known. */
    public synchronized Optional<Told> told() {
        return Optional.ofNullable(told);
    }
}
