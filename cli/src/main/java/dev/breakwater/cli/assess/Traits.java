package dev.breakwater.cli.assess;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.Workload;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What makes a workload a good place to break in, or to go on from. Only what is certain counts. */
enum Traits {
    OUTSIDE("can be reached from outside of the cluster"),
    PRIVILEGED("runs privileged, or with capabilities that come to the same"),
    NODE("uses network, processes or files of its node"),
    ADMINISTRATOR("administers the cluster"),
    WIDE_RIGHTS("has rights in the whole cluster"),
    SECRET("carries a secret in its environment");

    private static final Set<String> AS_GOOD_AS_PRIVILEGED =
            Set.of("ALL", "SYS_ADMIN", "SYS_PTRACE", "SYS_MODULE", "DAC_READ_SEARCH", "BPF");

    private final String words;

    Traits(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    static Set<Traits> of(Workload workload) {
        Set<Traits> traits = EnumSet.noneOf(Traits.class);
        PodTemplate template = workload.spec().template();
        add(traits, OUTSIDE, isOutside(workload));
        add(traits, PRIVILEGED, template.containers().stream().anyMatch(Traits::isPrivileged));
        add(
                traits,
                NODE,
                template.hostNetwork()
                        || template.hostPid()
                        || template.hostIpc()
                        || template.volumes().stream().anyMatch(Volume::isHostPath));
        Grants.Level level = workload.grants().toOptional().map(Grants::level).orElse(Grants.Level.NONE);
        add(traits, ADMINISTRATOR, level == Grants.Level.CLUSTER_ADMIN);
        add(traits, WIDE_RIGHTS, level == Grants.Level.ELEVATED_CLUSTER_WIDE);
        add(
                traits,
                SECRET,
                template.containers().stream()
                        .flatMap(container -> container.env().stream())
                        .anyMatch(Traits::isSecret));
        return traits;
    }

    private static void add(Set<Traits> traits, Traits trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
    }

    /** Whether whoever breaks in from outside has the node or the cluster at once. */
    static boolean ownsMuchFromOutside(Set<Traits> traits) {
        return traits.contains(OUTSIDE) && (traits.contains(PRIVILEGED) || traits.contains(ADMINISTRATOR));
    }

    static boolean isOutside(Workload workload) {
        return workload.exposures().toOptional().orElse(List.<Exposure>of()).stream()
                .anyMatch(exposure -> exposure.method().isOutside());
    }

    private static boolean isPrivileged(Container container) {
        return container.security().privileged()
                || container.security().capabilitiesAdd().stream().anyMatch(AS_GOOD_AS_PRIVILEGED::contains);
    }

    private static boolean isSecret(EnvVar variable) {
        return variable.source() == EnvVar.Source.RAW
                && variable.value() != null
                && variable.value().isRedacted();
    }

    /** What somebody who breaks in gains by these together. */
    static String meaning(Set<Traits> traits) {
        boolean node = traits.contains(PRIVILEGED) || traits.contains(NODE);
        boolean rights = traits.contains(ADMINISTRATOR) || traits.contains(WIDE_RIGHTS);
        if (traits.contains(OUTSIDE)) {
            if (traits.contains(ADMINISTRATOR)) {
                return "Whoever breaks in from outside owns the cluster.";
            }
            if (node) {
                return "Whoever breaks in from outside is close to owning the node, and what else runs on it.";
            }
            return rights
                    ? "Whoever breaks in from outside can go on into the whole cluster."
                    : "Whoever breaks in from outside finds a secret to go on with.";
        }
        if (node && rights) {
            return "Whoever gets in can take the node, and the cluster by its rights.";
        }
        return node
                ? "Whoever gets in can take the node, and finds more there to go on with."
                : "Whoever gets in finds a secret and wide rights to go on with.";
    }
}
