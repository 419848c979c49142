package dev.breakwater.engine.policy.linked;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.Workload;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The tree of facts of one workload, of which each part is made when the first policy asks for it and kept for the others.
 * For one judgement in one thread.
 */
public final class LinkedTree {

    /** One that keeps nothing, for elements that are judged by themselves. */
    public static final LinkedTree NOT_KEPT = new LinkedTree(null);

    private final Linked.@Nullable OfWorkload root;
    private final Map<Level, List<? extends Linked>> belowRoot = new EnumMap<>(Level.class);
    private final Map<Linked, Map<Level, List<? extends Linked>>> below = new IdentityHashMap<>();
    private final Map<Linked, List<Linked>> affected = new IdentityHashMap<>();

    private LinkedTree(Linked.@Nullable OfWorkload root) {
        this.root = root;
    }

    /** The tree of a workload and of what it was seen doing. */
    public static LinkedTree of(Workload workload, Activity activity) {
        return new LinkedTree(new Linked.OfWorkload(workload, activity));
    }

    /** The workload. */
    public Linked.OfWorkload root() {
        return Objects.requireNonNull(root);
    }

    /** As {@link LinkedObjects#below}. */
    public List<? extends Linked> below(Linked parent, Level level) {
        if (parent instanceof Linked.OfPackage of && level == Level.VULNERABILITY) {
            return of.vulnerabilities(LinkedObjects::vulnerabilities);
        }
        if (root == null) {
            return LinkedObjects.below(parent, level);
        }
        Map<Level, List<? extends Linked>> kept =
                parent == root ? belowRoot : below.computeIfAbsent(parent, key -> new EnumMap<>(Level.class));
        List<? extends Linked> found = kept.get(level);
        if (found == null) {
            found = LinkedObjects.below(parent, level);
            kept.put(level, found);
        }
        return found;
    }

    /**
     * The packages of a container's image in which something is or may be wrong, among the {@link Level#PACKAGE packages} below
     * it: most have nothing below them, so whoever asks about vulnerabilities alone need not look at those.
     */
    public List<? extends Linked> affected(Linked container) {
        List<Linked> found = affected.get(container);
        if (found == null) {
            found = new ArrayList<>();
            for (Linked one : below(container, Level.PACKAGE)) {
                if (!below(one, Level.VULNERABILITY).isEmpty()) {
                    found.add(one);
                }
            }
            if (root != null) {
                affected.put(container, found);
            }
        }
        return found;
    }
}
