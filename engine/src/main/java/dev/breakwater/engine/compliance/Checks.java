package dev.breakwater.engine.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.compliance.Check.Subject;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** All checks: those that are the rule of a policy, and those that are written by themselves. */
public final class Checks {

    private Checks() {}

    /** Every check, those of workloads first. */
    public static List<Check> all() {
        return Holder.ALL;
    }

    /** One by its id. */
    public static Optional<Check> byId(String id) {
        return Optional.ofNullable(Holder.BY_ID.get(id));
    }

    /** The checks of workloads, with the rule of each. */
    static Map<Check, Policy> rulesOfWorkloads() {
        return Holder.OF_WORKLOADS;
    }

    /** Those of them which an image passes, too, that bears a trusted signature, with the rule for images that bear none. */
    static Map<Check, Policy> rulesOfUnsigned() {
        return Holder.OF_UNSIGNED;
    }

    /** The checks of other objects, likewise. */
    static Map<Check, Policy> rulesOfObjects() {
        return Holder.OF_OBJECTS;
    }

    /** The kinds, as Kubernetes spells them, that each check of objects is asked of. */
    static Map<String, Set<String>> kindsOfObjects() {
        return Holder.KINDS;
    }

    /** The kinds of objects, as Kubernetes spells them, that a check of objects other than workloads is asked of. */
    public static Set<String> kinds(String check) {
        return Holder.KINDS.getOrDefault(check, Set.of());
    }

    private static final class Holder {
        static final Map<Check, Policy> OF_WORKLOADS =
                CheckRules.read("workload-checks.yaml", Subject.WORKLOAD, BuiltInPolicies.all());
        static final Map<Check, Policy> OF_UNSIGNED =
                SignedInstead.unsigned(OF_WORKLOADS, CheckRules.flagged("workload-checks.yaml", "unlessSigned"));
        static final Map<Check, Policy> OF_OBJECTS =
                CheckRules.read("object-checks.yaml", Subject.OBJECT, BuiltInPolicies.ofObjects());
        static final Map<String, Set<String>> KINDS = kinds();
        static final List<Check> ALL = Stream.of(
                        OF_WORKLOADS.keySet(),
                        OF_OBJECTS.keySet(),
                        NodeChecks.cards(),
                        List.of(Sensitivity.card(), HostComponents.card()),
                        ClusterChecks.cards(),
                        MachineChecks.cards())
                .flatMap(java.util.Collection::stream)
                .toList();
        /** Fails if an id is there twice. */
        static final Map<String, Check> BY_ID = ALL.stream().collect(Collectors.toMap(Check::id, Function.identity()));
    }

    private static Map<String, Set<String>> kinds() {
        Map<String, Set<String>> kinds = new HashMap<>();
        for (JsonNode node : Documents.tree("object-checks.yaml")) {
            kinds.put(
                    node.required("id").asText(),
                    StreamSupport.stream(node.required("kinds").spliterator(), false)
                            .map(JsonNode::asText)
                            .collect(Collectors.toSet()));
        }
        return kinds;
    }
}
