package dev.breakwater.engine.compliance;

import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyEdit;
import dev.breakwater.engine.policy.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets a trusted signature stand in for what the rule of a check asks of an image, container by container. */
final class SignedInstead {

    private static final String CRITERION = "Image Signature Verified By";
    private static final Set<UnknownReason> NOBODY_VOUCHES =
            Set.of(UnknownReason.NOT_COLLECTED, UnknownReason.OUT_OF_SIGHT);

    private SignedInstead() {}

    /** The rules of some checks for images only that bear no signature which any verifier could verify. */
    static Map<Check, Policy> unsigned(Map<Check, Policy> rules, Set<String> ids) {
        Map<Check, Policy> unsigned = new LinkedHashMap<>();
        rules.forEach((check, rule) -> {
            if (ids.contains(check.id())) {
                unsigned.put(check, unsigned(rule));
            }
        });
        return unsigned;
    }

    private static Policy unsigned(Policy rule) {
        PolicyEdit edit = PolicyEdit.of(rule);
        for (int section = 0; section < rule.sections().size(); section++) {
            edit.addGroup(section, new Policy.Group(CRITERION, Policy.Operator.OR, false, List.of("*")));
        }
        return edit.done();
    }

    /**
     * What a check says whose rule found something.
     *
     * @param unsigned what the rule says of images without a signature; signatures that nobody was to look for excuse nothing
     */
    static CheckResult result(Check check, Verdict rule, Verdict unsigned) {
        boolean nobodyVouches = unsigned.outcome() == Verdict.Outcome.UNKNOWN
                && unsigned.unknown().stream().anyMatch(fact -> NOBODY_VOUCHES.contains(fact.reason()));
        return Rules.result(check, nobodyVouches ? rule : unsigned);
    }
}
