package dev.breakwater.engine.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.compliance.Check.Subject;
import dev.breakwater.engine.model.NameBasedId;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads checks that are rules: of a policy that comes with the product, or of one criterion. */
final class CheckRules {

    private CheckRules() {}

    /** Each check with its rule, in the order of the file. */
    static Map<Check, Policy> read(String file, Subject subject, List<Policy> from) {
        Map<String, Policy> policies =
                from.stream().collect(Collectors.toMap(Policy::name, Function.identity(), (one, other) -> one));
        Map<Check, Policy> rules = new LinkedHashMap<>();
        for (JsonNode node : Documents.tree(file)) {
            Check check = new Check(
                    node.required("id").asText(),
                    node.required("title").asText(),
                    subject,
                    node.required("fix").asText(),
                    node.path("onPlatform").asBoolean(true));
            rules.put(check, rule(check, node, policies));
        }
        return rules;
    }

    /** The ids of the checks for which a flag of the file is set. */
    static Set<String> flagged(String file, String flag) {
        Set<String> flagged = new HashSet<>();
        for (JsonNode node : Documents.tree(file)) {
            if (node.path(flag).asBoolean(false)) {
                flagged.add(node.required("id").asText());
            }
        }
        return flagged;
    }

    private static Policy rule(Check check, JsonNode node, Map<String, Policy> policies) {
        if (node.has("criterion")) {
            return ofCriterion(
                    check,
                    node.required("criterion").asText(),
                    node.required("value").asText());
        }
        String name = node.required("policy").asText();
        Policy policy = policies.get(name);
        if (policy == null) {
            throw new IllegalStateException("check " + check.id() + " asks for no policy: " + name);
        }
        return policy;
    }

    /** A rule that is one criterion, and no policy that people could switch on. */
    private static Policy ofCriterion(Check check, String criterion, String value) {
        Policy.Group group = new Policy.Group(criterion, Policy.Operator.OR, false, List.of(value));
        return new Policy(
                NameBasedId.of("compliance-check", check.id()),
                check.title(),
                Severity.LOW,
                true,
                Set.of(Policy.Stage.DEPLOY),
                List.of(),
                check.title(),
                "",
                check.fix(),
                List.of(new Policy.Section("", List.of(group))),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
