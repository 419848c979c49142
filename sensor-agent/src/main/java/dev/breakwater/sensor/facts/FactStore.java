package dev.breakwater.sensor.facts;

import dev.breakwater.engine.model.ObjectKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The facts of one cluster and which of them changed since they were last taken for sending. A change is kept as the id
 * only: what is sent is always the latest state, so an object that changes ten times during an outage is sent once. The
 * set of changes is bounded; when the bound is passed it is dropped, and the next comparison with central finds them all.
 */
public final class FactStore {

    private final int spoolBound;
    private final Map<UUID, Fact> facts = new HashMap<>();
    private final Set<UUID> changed = new LinkedHashSet<>();
    private boolean overflowed;
    private long version;
    private volatile Runnable listener = () -> {};

    /** @param spoolBound the most changed objects that are remembered */
    public FactStore(int spoolBound) {
        this.spoolBound = spoolBound;
    }

    /** Called after each change, on the thread that made it; must return at once. */
    public void onChange(Runnable listener) {
        this.listener = listener;
    }

    /** Takes in the state of an object; the same state again changes nothing. */
    public void put(Fact fact) {
        synchronized (this) {
            Fact before = facts.get(fact.id());
            if (before != null && before.fingerprint().equals(fact.fingerprint())) {
                return;
            }
            facts.put(fact.id(), fact);
            version++;
            remember(fact.id());
        }
        listener.run();
    }

    /** An object is gone. */
    public void remove(UUID id) {
        synchronized (this) {
            if (facts.remove(id) == null) {
                return;
            }
            version++;
            remember(id);
        }
        listener.run();
    }

    /** Makes the given facts all that there is. */
    public void replaceAll(Map<UUID, Fact> all) {
        List<UUID> gone;
        synchronized (this) {
            gone = facts.keySet().stream().filter(id -> !all.containsKey(id)).toList();
        }
        all.values().forEach(this::put);
        gone.forEach(this::remove);
    }

    private void remember(UUID id) {
        if (overflowed) {
            return;
        }
        changed.add(id);
        if (changed.size() > spoolBound) {
            changed.clear();
            overflowed = true;
        }
    }

    /** The present state for sending, which settles its change; {@code null} if it is gone. */
    public synchronized @Nullable Fact take(UUID id) {
        changed.remove(id);
        return facts.get(id);
    }

    public synchronized @Nullable Fact get(UUID id) {
        return facts.get(id);
    }

    /** Forgets what changed, since everything is about to be compared; the ids of all facts, dependencies first. */
    public synchronized List<UUID> beginComparison() {
        changed.clear();
        overflowed = false;
        return facts.values().stream()
                .sorted(Comparator.comparing(Fact::kind))
                .map(Fact::id)
                .toList();
    }

    /** Takes at most so many of the changed ids, oldest changes first; among them dependencies first, gone ones last. */
    public synchronized List<UUID> takeChanged(int most) {
        List<UUID> taken = new ArrayList<>();
        Iterator<UUID> ids = changed.iterator();
        while (ids.hasNext() && taken.size() < most) {
            taken.add(ids.next());
            ids.remove();
        }
        taken.sort(Comparator.comparing(this::order));
        return taken;
    }

    private int order(UUID id) {
        Fact fact = facts.get(id);
        return fact == null ? Integer.MAX_VALUE : fact.kind().ordinal();
    }

    /** All facts as they are now. */
    public synchronized List<Fact> all() {
        return List.copyOf(facts.values());
    }

    /** Another number after each change. */
    public synchronized long version() {
        return version;
    }

    /** Changes that were not taken yet. */
    public synchronized int changes() {
        return changed.size();
    }

    /** Whether more changed than is remembered, so that only a comparison finds it all. */
    public synchronized boolean overflowed() {
        return overflowed;
    }

    public synchronized int size() {
        return facts.size();
    }

    /** How many objects of each kind there are. */
    public synchronized Map<ObjectKind, Integer> counts() {
        Map<ObjectKind, Integer> counts = new EnumMap<>(ObjectKind.class);
        facts.values().forEach(fact -> counts.merge(fact.kind(), 1, Integer::sum));
        return counts;
    }
}
