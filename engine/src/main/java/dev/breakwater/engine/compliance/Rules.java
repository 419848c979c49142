package dev.breakwater.engine.compliance;

import dev.breakwater.engine.machine.rule.PatternWords;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.engine.policy.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks that are the rules of policies that come with the product, as they come: what people switch off, exclude or edit changes
 * what they are told of, and not what a standard demands.
 */
final class Rules {

    private final CompiledPolicies compiled;
    private final Map<UUID, Check> byRule;

    private Rules(CompiledPolicies compiled, Map<UUID, Check> byRule) {
        this.compiled = compiled;
        this.byRule = byRule;
    }

    /**
     * Compiles checks.
     *
     * @param rules each check with its rule
     */
    static Rules of(Map<Check, Policy> rules) {
        List<Policy> taken = new ArrayList<>();
        Map<UUID, Check> byRule = new HashMap<>();
        rules.forEach((check, policy) -> {
            Policy rule = PolicyEdit.of(policy)
                    .enabled(true)
                    .scopes(List.of())
                    .exclusions(List.of())
                    .done();
            if (byRule.put(rule.id(), check) != null) {
                throw new IllegalStateException("two checks ask for the policy " + policy.name());
            }
            taken.add(rule);
        });
        return new Rules(CompiledPolicies.compile(taken), Map.copyOf(byRule));
    }

    CompiledPolicies compiled() {
        return compiled;
    }

    @Nullable
    Check of(Verdict verdict) {
        return byRule.get(verdict.policyId());
    }

    static CheckResult result(Check check, Verdict verdict) {
        return switch (verdict.outcome()) {
            case VIOLATED -> new CheckResult(check.id(), Outcome.FAIL, found(verdict), verdict.validUntil());
            case UNKNOWN -> new CheckResult(check.id(), Outcome.UNKNOWN, missing(verdict), verdict.validUntil());
            case CLEAN -> new CheckResult(check.id(), Outcome.PASS, List.of(), verdict.validUntil());
            case OUT_OF_SCOPE, EXCLUDED ->
                new CheckResult(check.id(), Outcome.NOT_APPLICABLE, List.of(), verdict.validUntil());
        };
    }

    /** Which objects a rule is about, rather than what is wrong with them. */
    private static final Set<String> ABOUT = Set.of("Object Kind", "Object Name", "User Namespace");

    /** What is wrong first; what only says which object it is about is left out where there is more. */
    private static List<Evidence> found(Verdict verdict) {
        List<dev.breakwater.engine.policy.Evidence> wrong = verdict.evidence().stream()
                .filter(one -> !ABOUT.contains(one.criterion()))
                .toList();
        return (wrong.isEmpty() ? verdict.evidence() : wrong)
                .stream()
                        .map(one -> new Evidence(
                                one.field(), one.found(), expected(one.forbidden()), one.path(), one.message()))
                        .toList();
    }

    /** What ought to be in place of a value that must not be. */
    private static String expected(String forbidden) {
        return switch (forbidden) {
            case "true" -> "false";
            case "false" -> "true";
            default -> PatternWords.isPattern(forbidden) ? "another value" : "not " + forbidden;
        };
    }

    private static List<Evidence> missing(Verdict verdict) {
        return verdict.unknown().stream()
                .map(one -> new Evidence(one.criterion(), "", "", "", one.detail()))
                .toList();
    }
}
