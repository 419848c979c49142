package dev.breakwater.engine.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.compliance.Check.Subject;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /** The checks of workloads, with the name of the policy whose rule each is. */
    static Map<Check, String> rulesOfWorkloads() {
        return Holder.OF_WORKLOADS;
    }

    /** The checks of other objects, likewise. */
    static Map<Check, String> rulesOfObjects() {
        return Holder.OF_OBJECTS;
    }

    /** The kinds, as Kubernetes spells them, that each check of objects is asked of. */
    static Map<String, Set<String>> kindsOfObjects() {
        return Holder.KINDS;
    }

    private static final class Holder {
        static final Map<Check, String> OF_WORKLOADS = read("workload-checks.yaml", Subject.WORKLOAD);
        static final Map<Check, String> OF_OBJECTS = read("object-checks.yaml", Subject.OBJECT);
        static final Map<String, Set<String>> KINDS = kinds();
        static final List<Check> ALL = Stream.of(OF_WORKLOADS.keySet(), OF_OBJECTS.keySet(), NodeChecks.cards())
                .flatMap(java.util.Collection::stream)
                .toList();
        /** Fails if an id is there twice. */
        static final Map<String, Check> BY_ID = ALL.stream().collect(Collectors.toMap(Check::id, Function.identity()));
    }

    private static Map<Check, String> read(String file, Subject subject) {
        Map<Check, String> rules = new LinkedHashMap<>();
        for (JsonNode node : Documents.tree(file)) {
            Check check = new Check(
                    node.required("id").asText(),
                    node.required("title").asText(),
                    subject,
                    node.required("fix").asText(),
                    node.path("onPlatform").asBoolean(true));
            rules.put(check, node.required("policy").asText());
        }
        return rules;
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
