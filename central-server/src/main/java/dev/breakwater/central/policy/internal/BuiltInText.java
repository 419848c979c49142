package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.policy.Policy;
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
        return new Policy(
                text.id(),
                text.name(),
                chosen.severity(),
                chosen.enabled(),
                text.stages(),
                text.categories(),
                text.description(),
                text.rationale(),
                text.remediation(),
                text.sections(),
                chosen.scopes(),
                chosen.exclusions(),
                text.mitre(),
                text.controls());
    }

    /**
     * The text of a new release with what people had changed of the one before.
     *
     * @param here as it is kept
     * @param before as the release before gave it, {@code null} = not known, so nothing was changed but the switch
     */
    static Policy renewed(Policy release, Policy here, @Nullable Policy before) {
        if (before == null) {
            return PolicyTable.enabled(release, here.enabled());
        }
        return new Policy(
                release.id(),
                release.name(),
                here.severity() == before.severity() ? release.severity() : here.severity(),
                here.enabled(),
                release.stages(),
                release.categories(),
                release.description(),
                release.rationale(),
                release.remediation(),
                release.sections(),
                here.scopes().equals(before.scopes()) ? release.scopes() : here.scopes(),
                here.exclusions().equals(before.exclusions()) ? release.exclusions() : here.exclusions(),
                release.mitre(),
                release.controls());
    }

    /** The same under another name. */
    static Policy named(Policy policy, String name) {
        return new Policy(
                policy.id(),
                name,
                policy.severity(),
                policy.enabled(),
                policy.stages(),
                policy.categories(),
                policy.description(),
                policy.rationale(),
                policy.remediation(),
                policy.sections(),
                policy.scopes(),
                policy.exclusions(),
                policy.mitre(),
                policy.controls());
    }
}
