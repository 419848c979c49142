package dev.breakwater.engine.compliance;

import dev.breakwater.engine.model.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of the standards that speak of one version or one system concern a cluster, by what they declare ({@link About}) and what its
 * nodes say of themselves. Of the
 * versions of CIS Kubernetes one concerns a cluster: that of its oldest kubelet. Where none speaks of it, the newest one stands for
 * all of them and is unknown.
 */
public final class Fitting {

    private static final String KUBERNETES = "cis-kubernetes-";
    private static final String NEWEST = "1.12";
    private static final Pattern VERSION = Pattern.compile("v?1\\.(\\d{1,3})(\\D.*)?");

    /** The benchmark of each minor version of Kubernetes, as the benchmarks say of themselves. */
    private static final Map<Integer, String> BENCHMARKS = Map.of(
            28, "1.10",
            29, "1.11",
            30, "1.11",
            31, "1.11",
            32, "1.12",
            33, "1.12",
            34, "1.12");

    private Fitting() {}

    /** Whether a standard concerns a cluster. */
    public enum Concern {
        CONCERNS,
        /** There is nothing here that it speaks of. */
        NOT,
        /** It stands for a version that no standard speaks of. */
        UNKNOWN
    }

    /**
     * Whether a standard concerns a cluster.
     *
     * @param nodes none = they are not seen, so that whatever needs them may concern the cluster
     * @param chosen the version of CIS Kubernetes, as a standard's id, that people chose for the cluster
     */
    public static Concern of(Standard standard, List<Node> nodes, Optional<String> chosen) {
        About about = standard.speaksOf();
        if (about.subject() == About.Subject.KUBERNETES) {
            return chosen.map(choice -> any(choice.equals(KUBERNETES + about.of())))
                    .orElseGet(() -> kubernetes(about.of(), nodes));
        }
        return any(nodes.isEmpty() || nodes.stream().anyMatch(about::mayConcern));
    }

    /** The version of CIS Kubernetes that speaks of these nodes, empty = none does. */
    public static Optional<String> benchmark(List<Node> nodes) {
        return nodes.stream()
                .map(node -> VERSION.matcher(node.kubeletVersion()))
                .filter(Matcher::matches)
                .map(matched -> Integer.valueOf(matched.group(1)))
                .min(Comparator.naturalOrder())
                .map(BENCHMARKS::get)
                .map(version -> KUBERNETES + version);
    }

    private static Concern kubernetes(String version, List<Node> nodes) {
        Optional<String> fits = benchmark(nodes);
        if (fits.isPresent()) {
            return any(fits.get().equals(KUBERNETES + version));
        }
        return version.equals(NEWEST) ? Concern.UNKNOWN : Concern.NOT;
    }

    /** The versions of CIS Kubernetes that there are. */
    static Set<String> versions() {
        return Set.copyOf(BENCHMARKS.values());
    }

    private static Concern any(boolean concerns) {
        return concerns ? Concern.CONCERNS : Concern.NOT;
    }
}
