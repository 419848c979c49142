package dev.breakwater.engine.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.compliance.Check.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All checks: those that are the rule of a policy, and those that are written by themselves. */
public final class Checks {

    private Checks() {}

    /** Every check, those of workloads first. */
    public static List<Check> all() {
        return Holder.ALL;
    }

    /** One by its id. */
    public static Optional<Check> byId(String id) {
        return all().stream().filter(check -> check.id().equals(id)).findFirst();
    }

    /** The checks of workloads, with the name of the policy whose rule each is. */
    static Map<Check, String> rules() {
        return Holder.RULES;
    }

    private static final class Holder {
        static final Map<Check, String> RULES = read();
        static final List<Check> ALL = Stream.concat(
                        RULES.keySet().stream(), NodeChecks.all().stream().map(NodeCheck::card))
                .toList();
    }

    private static Map<Check, String> read() {
        Map<Check, String> rules = new LinkedHashMap<>();
        List<String> seen = new ArrayList<>();
        for (JsonNode node : Documents.tree("workload-checks.yaml")) {
            Check check = new Check(
                    node.required("id").asText(),
                    node.required("title").asText(),
                    Subject.WORKLOAD,
                    node.required("fix").asText(),
                    node.path("onPlatform").asBoolean(true));
            if (seen.contains(check.id())) {
                throw new IllegalStateException("check " + check.id() + " is there twice");
            }
            seen.add(check.id());
            rules.put(check, node.required("policy").asText());
        }
        return rules;
    }
}
