package dev.breakwater.engine.fix;

import dev.breakwater.engine.fix.Remedy.Case;
import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.kubernetes.ManifestText;
import dev.breakwater.engine.kubernetes.ManifestWriter;
import dev.breakwater.engine.kubernetes.Owners;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.engine.policy.Verdict;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import tools.jackson.databind.node.ObjectNode;

/**
 * Changes the manifest of a workload until a policy finds nothing in it any more. The change is made to the text of the
 * object, read again and judged: what is offered is known to close the violation. Pure.
 */
public final class ManifestFixer {

    /** Steps of a change; more are no fix that anybody reads. */
    private static final int MOST_ROUNDS = 40;

    private static final String INCOMING = "Has Ingress Network Policy";
    private static final String OUTGOING = "Has Egress Network Policy";

    private final BiFunction<WorkloadSpec, List<NetworkPolicy>, Workload> assemble;

    /**
     * Knows how to judge a changed object.
     *
     * @param assemble joins a changed object, and network policies that are made besides, with everything else that is known
     *     of the workload
     */
    public ManifestFixer(BiFunction<WorkloadSpec, List<NetworkPolicy>, Workload> assemble) {
        this.assemble = assemble;
    }

    /** The criteria whose findings can be mended in manifests. */
    public static Set<String> mends() {
        Set<String> criteria = new LinkedHashSet<>(Remedies.all().keySet());
        criteria.addAll(List.of(INCOMING, OUTGOING));
        return criteria;
    }

    /**
     * What closes the violation of a policy.
     *
     * @return empty if it is not violated, or nothing that is known about manifests closes it
     */
    public Optional<ManifestFix> fix(Policy policy, Workload workload, Instant asOf) {
        if (!policy.stages().contains(Policy.Stage.DEPLOY)) {
            return Optional.empty();
        }
        CompiledPolicies judge = CompiledPolicies.compile(List.of(judged(policy)));
        ObjectNode original = ManifestWriter.write(workload.spec());
        KubernetesTranslation reader = new KubernetesTranslation(new KnownSecrets(workload.spec()), Owners.NONE);
        ManifestTree tree = new ManifestTree(original.deepCopy());
        Map<String, ObjectNode> added = new LinkedHashMap<>();
        List<String> steps = new ArrayList<>();
        Workload now = workload;
        Outcome outcome = Outcome.UNKNOWN;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Verdict verdict = judge.judge(now, asOf).getFirst();
            outcome = verdict.outcome();
            if (outcome != Outcome.VIOLATED || !mend(policy, verdict, now, tree, added, steps)) {
                break;
            }
            Optional<WorkloadSpec> read = read(reader, tree.root());
            if (read.isEmpty()) {
                return Optional.empty();
            }
            now = assemble.apply(read.get(), policies(reader, added));
        }
        return outcome == Outcome.CLEAN && !steps.isEmpty()
                ? Optional.of(told(original, tree.root(), now.spec(), reader, added, steps))
                : Optional.empty();
    }

    /** The policy by itself: also where it is switched off or excluded, somebody may want to mend what it says. */
    private static Policy judged(Policy policy) {
        return PolicyEdit.of(policy)
                .enabled(true)
                .stages(Set.of(Policy.Stage.DEPLOY))
                .exclusions(List.of())
                .done();
    }

    private static boolean mend(
            Policy policy,
            Verdict verdict,
            Workload workload,
            ManifestTree tree,
            Map<String, ObjectNode> added,
            List<String> steps) {
        boolean changed = false;
        for (Evidence evidence : verdict.evidence()) {
            Optional<String> step = mend(policy, evidence, workload, tree, added);
            step.filter(one -> !steps.contains(one)).ifPresent(steps::add);
            changed |= step.isPresent();
            if (step.isPresent() && Remedies.movesOthers(evidence.criterion())) {
                return true;
            }
        }
        return changed;
    }

    private static Optional<String> mend(
            Policy policy, Evidence evidence, Workload workload, ManifestTree tree, Map<String, ObjectNode> added) {
        if (evidence.criterion().equals(INCOMING)) {
            return added.putIfAbsent(INCOMING, NetworkRemedies.incoming(workload)) == null
                    ? Optional.of("Add a network policy that lets in what the declared ports take.")
                    : Optional.empty();
        }
        if (evidence.criterion().equals(OUTGOING)) {
            return added.putIfAbsent(OUTGOING, NetworkRemedies.outgoing(workload)) == null
                    ? Optional.of(
                            "Add a network policy that lets out name resolution and the own namespace; add the peers"
                                    + " that are used.")
                    : Optional.empty();
        }
        Remedy remedy = Remedies.all().get(evidence.criterion());
        Optional<Group> group = policy.sections().stream()
                .flatMap(section -> section.groups().stream())
                .filter(one -> one.criterion().equalsIgnoreCase(evidence.criterion()))
                .findFirst();
        if (remedy == null || group.isEmpty()) {
            return Optional.empty();
        }
        String container = workload.containers().stream()
                .filter(one -> one.name().equals(evidence.container()))
                .map(Container::path)
                .findFirst()
                .orElse("");
        return remedy.apply(tree, new Case(workload, group.get(), evidence, container));
    }

    private static Optional<WorkloadSpec> read(KubernetesTranslation reader, ObjectNode object) {
        return reader.translate(object).stream()
                .filter(WorkloadSpec.class::isInstance)
                .map(WorkloadSpec.class::cast)
                .findFirst();
    }

    private static List<NetworkPolicy> policies(KubernetesTranslation reader, Map<String, ObjectNode> added) {
        return added.values().stream()
                .flatMap(object -> reader.translate(object).stream())
                .map(NetworkPolicy.class::cast)
                .toList();
    }

    private static ManifestFix told(
            ObjectNode original,
            ObjectNode changed,
            WorkloadSpec spec,
            KubernetesTranslation reader,
            Map<String, ObjectNode> added,
            List<String> steps) {
        ManifestText before = ManifestText.of(original);
        ManifestText after = ManifestText.of(changed);
        List<ManifestText> more = added.values().stream().map(ManifestText::of).toList();
        List<String> end = new ArrayList<>(lines(after));
        for (ManifestText one : more) {
            end.add("---");
            end.addAll(lines(one));
        }
        return new ManifestFix(
                steps, before, after, spec, more, policies(reader, added), TextDiff.of(lines(before), end));
    }

    private static List<String> lines(ManifestText text) {
        return text.lines().stream().map(ManifestText.Line::text).toList();
    }
}
