package dev.breakwater.engine.fix;

import static dev.breakwater.engine.fix.SecurityRemedies.done;
import static dev.breakwater.engine.fix.SecurityRemedies.name;

import dev.breakwater.engine.fix.Remedy.Case;
import dev.breakwater.engine.model.Observed;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What pods share with their node, and what they mount of it. */
final class PodRemedies {

    private static final List<String> CONTAINER_LISTS = List.of("containers", "initContainers", "ephemeralContainers");

    private PodRemedies() {}

    static Map<String, Remedy> all() {
        return Map.ofEntries(
                Map.entry("Host Network", leave("hostNetwork", "network")),
                Map.entry("Host PID", leave("hostPID", "process")),
                Map.entry("Host IPC", leave("hostIPC", "IPC")),
                Map.entry(
                        "Share Process Namespace",
                        (tree, in) -> done(
                                tree.remove(in.pod() + ".shareProcessNamespace"),
                                "Do not share processes between the containers")),
                Map.entry("Sysctl", PodRemedies::fewerSysctls),
                Map.entry("Host Path Reach", PodRemedies::withoutVolume),
                Map.entry("Host Path", PodRemedies::withoutVolume),
                Map.entry(
                        "Writable Host Mount",
                        (tree, in) -> done(
                                tree.set(in.evidence().path() + ".readOnly", true),
                                "Mount the path of the node read-only in " + name(in))),
                Map.entry(
                        "Mount Propagation",
                        (tree, in) -> done(
                                tree.set(in.evidence().path(), "HostToContainer"),
                                "Let no mount of " + name(in) + " travel to the node")),
                Map.entry(
                        "Host Port",
                        (tree, in) -> done(
                                tree.remove(in.evidence().path()),
                                "Take no port of the node for " + name(in) + "; use a service")),
                Map.entry(
                        "Automount Service Account Token",
                        (tree, in) -> done(
                                tree.set(in.pod() + ".automountServiceAccountToken", false),
                                "Do not mount the token of the service account")),
                Map.entry(
                        "Replicas",
                        (tree, in) -> done(tree.set("spec.replicas", 2), "Run two pods, so that one may be lost")),
                Map.entry("Image Tag", PodRemedies::pinned),
                Map.entry("Image Digest Pinned", PodRemedies::pinned));
    }

    private static Remedy leave(String field, String namespace) {
        return (tree, in) ->
                done(tree.remove(in.pod() + "." + field), "Leave the " + namespace + " namespace of the node");
    }

    private static Optional<String> fewerSysctls(ManifestTree tree, Case in) {
        Set<String> named = Arrays.stream(in.evidence().found().split(", "))
                .map(one -> one.split("=")[0])
                .collect(Collectors.toSet());
        String path = in.pod() + ".securityContext.sysctls";
        if (!(tree.at(path) instanceof ArrayNode sysctls)) {
            return Optional.empty();
        }
        boolean changed = false;
        for (int i = sysctls.size() - 1; i >= 0; i--) {
            if (named.contains(sysctls.get(i).path("name").asString(""))) {
                changed |= tree.remove(path + "[" + i + "]");
            }
        }
        return done(changed, "Leave the kernel settings of the node alone");
    }

    private static Optional<String> withoutVolume(ManifestTree tree, Case in) {
        JsonNode mount = tree.at(in.evidence().path());
        String volume = mount == null ? "" : mount.path("name").asString("");
        if (volume.isEmpty()) {
            return Optional.empty();
        }
        for (String list : CONTAINER_LISTS) {
            JsonNode containers = tree.at(in.pod() + "." + list);
            for (int i = 0; containers != null && i < containers.size(); i++) {
                removeNamed(tree, in.pod() + "." + list + "[" + i + "].volumeMounts", volume);
            }
        }
        return done(
                removeNamed(tree, in.pod() + ".volumes", volume), "Mount volume " + volume + " of the node no more");
    }

    private static boolean removeNamed(ManifestTree tree, String path, String name) {
        boolean removed = false;
        JsonNode list = tree.at(path);
        for (int i = list == null ? -1 : list.size() - 1; i >= 0; i--) {
            if (list.get(i).path("name").asString("").equals(name)) {
                removed |= tree.remove(path + "[" + i + "]");
            }
        }
        return removed;
    }

    /** By the digest that runs now: what is proven to work, and cannot change unseen. */
    private static Optional<String> pinned(ManifestTree tree, Case in) {
        String digest = running(in);
        if (digest == null) {
            return Optional.empty();
        }
        return in.workload().containers().stream()
                .filter(container -> container.name().equals(name(in)))
                .map(container -> container.image())
                .findFirst()
                .flatMap(image -> {
                    String tag = image.tag().isEmpty() || image.tag().equals("latest") ? "" : ":" + image.tag();
                    String pinned = image.registry() + "/" + image.repository() + tag + "@" + digest;
                    return done(
                            tree.set(in.container() + ".image", pinned),
                            "Pin the image of " + name(in) + " to the digest that runs now");
                });
    }

    private static @Nullable String running(Case in) {
        return in.workload().running()
                        instanceof
                        Observed.Known<Map<String, List<dev.breakwater.engine.model.Digest>>>(
                                Map<String, List<dev.breakwater.engine.model.Digest>> running)
                ? Stream.ofNullable(running.get(name(in)))
                        .flatMap(List::stream)
                        .map(digest -> digest.value())
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
