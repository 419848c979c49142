package dev.breakwater.engine.risk.factor;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.risk.FactorId;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.Measurement.Contribution;
import dev.breakwater.engine.risk.Measurement.Part;
import dev.breakwater.engine.risk.RiskFactor;
import dev.breakwater.engine.risk.RiskInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How the workload is set up: one point each for a writable volume, a mounted secret, a far-reaching capability and no
 * capability dropped anywhere; all of it twice if a container is privileged. Saturates at 8 points, up to 2. A point that
 * several things earn together is split among them.
 */
public final class ServiceConfiguration implements RiskFactor {

    private static final Saturation SATURATION = new Saturation(8, 2);
    private static final Set<String> FAR_REACHING = Set.of("ALL", "SYS_ADMIN", "NET_ADMIN", "SYS_MODULE");

    /** Kubernetes mounts these read-only whatever the mount says. */
    private static final Set<String> NEVER_WRITABLE = Set.of("secret", "configMap", "projected", "downwardAPI");

    @Override
    public FactorId id() {
        return FactorId.SERVICE_CONFIGURATION;
    }

    @Override
    public Measurement measure(RiskInput input) {
        Workload workload = input.workload();
        List<Contribution> found = new ArrayList<>();
        found.addAll(split(writableVolumes(workload), "writable-volume:", v -> "Volume " + v + " is writable"));
        found.addAll(split(secretVolumes(workload), "secret-volume:", v -> "Volume " + v + " holds a secret"));
        found.addAll(split(
                capabilities(workload),
                "capability:",
                c -> "Capability " + c + " is added for " + adders(workload, c)));
        if (workload.containers().stream()
                .allMatch(c -> c.security().capabilitiesDrop().isEmpty())) {
            found.add(new Contribution("no-capability-dropped", "No container drops any capability", null, 1));
        }
        double score = found.stream().mapToDouble(Contribution::points).sum();
        List<String> privileged = workload.containers().stream()
                .filter(c -> c.security().privileged())
                .map(Container::name)
                .toList();
        if (!privileged.isEmpty() && score > 0) {
            String text =
                    "Privileged: " + String.join(", ", privileged) + "; that doubles every weakness of its set-up";
            found.add(new Contribution("privileged", text, null, score));
            score *= 2;
        }
        if (score == 0) {
            return Measurement.of(Part.nothingToSay("", "Nothing in its set-up adds risk."));
        }
        String fact = found.size() + (found.size() == 1 ? " setting adds" : " settings add") + " risk.";
        return Measurement.of(Part.known("", SATURATION.multiplierOf(score), found, fact));
    }

    private static List<Contribution> split(Collection<String> subjects, String kind, Function<String, String> text) {
        return subjects.stream()
                .map(s -> new Contribution(kind + s, text.apply(s), null, 1.0 / subjects.size()))
                .toList();
    }

    private static Collection<String> writableVolumes(Workload workload) {
        Set<String> never = workload.spec().template().volumes().stream()
                .filter(v -> NEVER_WRITABLE.contains(v.type()))
                .map(Volume::name)
                .collect(Collectors.toSet());
        return workload.containers().stream()
                .flatMap(c -> c.mounts().stream())
                .filter(m -> !m.readOnly() && !never.contains(m.volume()))
                .map(m -> m.volume())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Collection<String> secretVolumes(Workload workload) {
        Set<String> mounted = workload.containers().stream()
                .flatMap(c -> c.mounts().stream())
                .map(m -> m.volume())
                .collect(Collectors.toSet());
        return workload.spec().template().volumes().stream()
                .filter(v -> mounted.contains(v.name()) && holdsSecret(v))
                .map(Volume::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean holdsSecret(Volume volume) {
        return volume.type().equals("secret")
                || volume.type().equals("projected")
                        && volume.sources().stream()
                                .anyMatch(s -> !s.contains("/") && !s.equals("serviceAccountToken"));
    }

    private static Collection<String> capabilities(Workload workload) {
        return workload.containers().stream()
                .flatMap(c -> c.security().capabilitiesAdd().stream())
                .filter(FAR_REACHING::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String adders(Workload workload, String capability) {
        return workload.containers().stream()
                .filter(c -> c.security().capabilitiesAdd().contains(capability))
                .map(Container::name)
                .collect(Collectors.joining(", "));
    }
}
