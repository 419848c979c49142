package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.AppliedPolicies;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Joins a workload with what other objects say of it. The answer depends on nothing but its arguments, and not on their
 * order. What could not be seen stays unknown with its reason, unless it could not change the answer: a pod that refuses
 * its token has none, whatever its account says.
 */
public final class Assembler {

    /** The workload as policies and risk read it. */
    public Workload assemble(WorkloadSpec spec, Surroundings around) {
        RunningImages running = new RunningImages(spec, around);
        return new Workload(
                spec.key().idIn(around.cluster()),
                around.cluster(),
                spec,
                namespaceLabels(around),
                Exposures.of(spec, around),
                EffectiveGrants.of(spec, around),
                around.networkPolicies().map(policies -> applied(spec, policies)),
                tokenMounted(spec, around),
                running.details(),
                running.digests(),
                running.replicas(),
                around.serviceAccount().map(account -> account.isPresent() || isMadeByKubernetes(spec)));
    }

    /**
     * A stable hash, in hexadecimal, over all that a judgement of the workload can read. Equal hashes mean that judging
     * again gives the same answer at the same instant; what changes without meaning (the Kubernetes uid, the generation,
     * restarts and names of pods) is not in it.
     */
    public String assembledFingerprint(Workload workload) {
        return Fingerprint.of(workload);
    }

    /** The same hash over an image's scan, to stand for it in each workload that runs the image. */
    public static String fingerprint(ImageScan scan) {
        return Fingerprint.of(scan);
    }

    /** The same hash over what is known to be wrong with a package. */
    public static String fingerprint(Observed<List<Vulnerability>> findings) {
        return Fingerprint.of((Record) findings);
    }

    private static boolean isMadeByKubernetes(WorkloadSpec spec) {
        return spec.template().serviceAccount().equals("default");
    }

    private static Observed<Map<String, String>> namespaceLabels(Surroundings around) {
        return switch (around.namespace()) {
            case Observed.Unknown<Optional<Namespace>>(UnknownReason reason, String detail) ->
                Observed.unknown(reason, detail);
            case Observed.Known<Optional<Namespace>>(Optional<Namespace> namespace) ->
                namespace
                        .map(object -> Observed.known(object.meta().labels()))
                        .orElseGet(() -> Observed.unknown(
                                UnknownReason.NOT_COLLECTED, "The namespace itself was never reported."));
        };
    }

    /** The pod's own setting over that of its account over the default, which is yes. */
    private static Observed<Boolean> tokenMounted(WorkloadSpec spec, Surroundings around) {
        Boolean own = spec.template().automountToken();
        if (own != null) {
            return Observed.known(own);
        }
        return around.serviceAccount()
                .map(account -> account.map(ServiceAccount::automountToken).orElse(true));
    }

    private static AppliedPolicies applied(WorkloadSpec spec, List<NetworkPolicy> policies) {
        List<NetworkPolicy> selecting = policies.stream()
                .filter(policy -> policy.meta().namespace().equals(spec.meta().namespace()))
                .filter(policy -> policy.podSelector().matches(spec.podLabels()))
                .toList();
        return new AppliedPolicies(names(selecting, NetworkPolicy::ingress), names(selecting, NetworkPolicy::egress));
    }

    private static List<String> names(List<NetworkPolicy> policies, Predicate<NetworkPolicy> direction) {
        return policies.stream()
                .filter(direction)
                .map(policy -> policy.meta().name())
                .distinct()
                .sorted()
                .toList();
    }
}
