package dev.breakwater.central.inventory.internal;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in words what is different in a workload's own object: what people ask for first. */
final class SpecDifference {

    private static final int MOST = 6;
    private static final int LENGTH = 400;

    private SpecDifference() {}

    static String describe(ObjectChange change) {
        if (change.isRemoved()) {
            return "";
        }
        WorkloadSpec after = change.object(WorkloadSpec.class);
        if (!(change.before() instanceof WorkloadSpec before)) {
            return change.isCreated() ? "" : generation(after);
        }
        List<String> words = new ArrayList<>();
        if (WorkloadHistory.isReplaced(before, after)) {
            words.add("another object of the same name (uid " + after.meta().uid() + ")");
        }
        containers(before, after, words);
        differ("replicas", before, after, WorkloadSpec::replicas, words);
        differ("service account", before, after, spec -> spec.template().serviceAccount(), words);
        differ("hostNetwork", before, after, spec -> spec.template().hostNetwork(), words);
        differ("hostPID", before, after, spec -> spec.template().hostPid(), words);
        differ("hostIPC", before, after, spec -> spec.template().hostIpc(), words);
        named("labels", before, after, spec -> spec.meta().labels(), words);
        named("annotations", before, after, spec -> spec.meta().annotations(), words);
        named("pod labels", before, after, spec -> spec.template().labels(), words);
        named("volumes", before, after, spec -> spec.template().volumes(), words);
        if (words.isEmpty()) {
            words.add("other fields");
        }
        String joined = words.stream().limit(MOST).collect(Collectors.joining("; "));
        String all = joined
                + (words.size() > MOST ? "; and " + (words.size() - MOST) + " more" : "")
                + (after.generation() > 0 ? " (" + generation(after) + ")" : "");
        return all.length() <= LENGTH ? all : all.substring(0, LENGTH) + "…";
    }

    private static String generation(WorkloadSpec spec) {
        return spec.generation() > 0 ? "generation " + spec.generation() : "";
    }

    private static void containers(WorkloadSpec before, WorkloadSpec after, List<String> words) {
        Map<String, Container> was = byName(before);
        Map<String, Container> is = byName(after);
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        for (String name : names) {
            Container old = was.get(name);
            Container now = is.get(name);
            if (old == null) {
                words.add("container " + name + " is new");
            } else if (now == null) {
                words.add("container " + name + " is gone");
            } else if (!old.image().equals(now.image())) {
                words.add("image of " + name + " from " + old.image().original() + " to "
                        + now.image().original());
            } else if (old.security().privileged() != now.security().privileged()) {
                words.add("privileged of " + name + " from " + old.security().privileged() + " to "
                        + now.security().privileged());
            } else if (!old.security().equals(now.security())) {
                words.add("security context of " + name);
            } else if (!old.equals(now)) {
                words.add("container " + name);
            }
        }
    }

    private static Map<String, Container> byName(WorkloadSpec spec) {
        return spec.template().containers().stream()
                .collect(Collectors.toMap(Container::name, Function.identity(), (first, second) -> first));
    }

    private static void differ(
            String name, WorkloadSpec before, WorkloadSpec after, Function<WorkloadSpec, ?> part, List<String> words) {
        Object was = part.apply(before);
        Object is = part.apply(after);
        if (!Objects.equals(was, is)) {
            words.add(name + " from " + was + " to " + is);
        }
    }

    private static void named(
            String name, WorkloadSpec before, WorkloadSpec after, Function<WorkloadSpec, ?> part, List<String> words) {
        if (!Objects.equals(part.apply(before), part.apply(after))) {
            words.add(name);
        }
    }
}
