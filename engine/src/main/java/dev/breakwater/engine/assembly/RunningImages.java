package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What runs in the pods of a workload, and what is known of it. Pods that have ended run nothing. During a roll-out the
 * details are those of the pod that was started last, which is where the roll-out leads.
 */
final class RunningImages {

    private static final Set<String> ENDED = Set.of("Succeeded", "Failed");

    private static final Comparator<Pod> OLDEST_FIRST = Comparator.comparing(
                    Pod::startedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(pod -> pod.meta().name());

    private final WorkloadSpec spec;
    private final Surroundings around;
    private final Observed<List<Pod>> pods;

    RunningImages(WorkloadSpec spec, Surroundings around) {
        this.spec = spec;
        this.around = around;
        this.pods = around.pods()
                .map(all -> all.stream()
                        .filter(pod -> pod.owner().equals(spec.key()))
                        .filter(pod -> !ENDED.contains(pod.phase()))
                        .sorted(OLDEST_FIRST)
                        .toList());
    }

    /** The running digests by container, sorted; a container whose digest no pod tells has no entry. */
    Observed<Map<String, List<Digest>>> digests() {
        return pods.map(RunningImages::digestsOf);
    }

    /** How many pods run. */
    Observed<Integer> replicas() {
        return pods.map(all ->
                (int) all.stream().filter(pod -> pod.phase().equals("Running")).count());
    }

    private static Map<String, List<Digest>> digestsOf(List<Pod> pods) {
        Map<String, Set<Digest>> found = new TreeMap<>();
        for (Pod pod : pods) {
            for (Pod.Instance instance : pod.containers()) {
                Digest digest = instance.runningDigest();
                if (digest != null) {
                    found.computeIfAbsent(instance.name(), name -> new TreeSet<>(Comparator.comparing(Digest::value)))
                            .add(digest);
                }
            }
        }
        Map<String, List<Digest>> sorted = new TreeMap<>();
        found.forEach((name, digests) -> sorted.put(name, List.copyOf(digests)));
        return sorted;
    }

    /** What is known of each container's image; containers of whose image nothing is known have no entry. */
    Map<String, ImageDetails> details() {
        Map<String, ImageDetails> found = new HashMap<>();
        for (Container container : spec.template().containers()) {
            ImageDetails details = details(container);
            if (details != null) {
                found.put(container.name(), details);
            }
        }
        return found;
    }

    private @Nullable ImageDetails details(Container container) {
        ImageName declared = container.image();
        Digest running = newestDigest(container.name());
        if (running == null) {
            return around.images().get(declared.canonical());
        }
        ImageName exact = declared.withDigest(running);
        ImageName withoutTag = new ImageName(exact.registry(), exact.repository(), "", running, exact.original());
        return Stream.of(exact, withoutTag, declared)
                .map(name -> around.images().get(name.canonical()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Digest newestDigest(String container) {
        return pods.toOptional().orElse(List.of()).reversed().stream()
                .flatMap(pod -> pod.containers().stream())
                .filter(instance -> instance.name().equals(container))
                .map(Pod.Instance::runningDigest)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
