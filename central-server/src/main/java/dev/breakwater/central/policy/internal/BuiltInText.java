package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyEdit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What of a built-in policy is the release's and what is people's: severity, scopes, exclusions and the switch. */
final class BuiltInText {

    private static final String ALLOWED =
            "as it came; of a built-in policy only severity, scopes, exclusions and enabled may be changed."
                    + " Save it as another policy to change more";

    private BuiltInText() {}

    /** @throws InvalidRequest naming the first field that is the release's and would change */
    static void check(Policy here, Policy wanted) {
        same("/name", here, wanted, Policy::name);
        same("/stages", here, wanted, Policy::stages);
        same("/categories", here, wanted, Policy::categories);
        same("/description", here, wanted, Policy::description);
        same("/rationale", here, wanted, Policy::rationale);
        same("/remediation", here, wanted, Policy::remediation);
        same("/sections", here, wanted, Policy::sections);
        same("/mitre", here, wanted, Policy::mitre);
        same("/controls", here, wanted, Policy::controls);
    }

    private static void same(String field, Policy here, Policy wanted, Function<Policy, Object> read) {
        if (!read.apply(here).equals(read.apply(wanted))) {
            throw new InvalidRequest(field, read.apply(wanted).toString(), ALLOWED);
        }
    }

    /** The release's text with what people chose. */
    static Policy with(Policy text, Policy chosen) {
        return PolicyEdit.of(text)
                .severity(chosen.severity())
                .enabled(chosen.enabled())
                .scopes(chosen.scopes())
                .exclusions(chosen.exclusions())
                .done();
    }

    /**
     * The text of a new release with what people had changed of the one before.
     *
     * @param here as it is kept
     * @param before as the release before gave it, {@code null} = not known, so nothing was changed but the switch
     */
    static Policy renewed(Policy release, Policy here, @Nullable Policy before) {
        PolicyEdit renewed = PolicyEdit.of(release).enabled(here.enabled());
        if (before == null) {
            return renewed.done();
        }
        if (here.severity() != before.severity()) {
            renewed.severity(here.severity());
        }
        if (!here.scopes().equals(before.scopes())) {
            renewed.scopes(here.scopes());
        }
        if (!here.exclusions().equals(before.exclusions())) {
            renewed.exclusions(here.exclusions());
        }
        return renewed.done();
    }
}
