package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What a policy must be like to be saved. */
@Component
class PolicyCheck {

    static final int LONGEST_REASON = 500;
    private static final int LONGEST_ORIGIN = 300;

    private final PolicyTable table;
    private final ExclusionTable exclusions;
    private final Clock clock;

    PolicyCheck(PolicyTable table, ExclusionTable exclusions, Clock clock) {
        this.table = table;
        this.exclusions = exclusions;
        this.clock = clock;
    }

    /**
     * Whether the engine takes it, with the exclusions that are kept beside it.
     *
     * @throws dev.breakwater.engine.policy.PolicyRejected naming everything that it does not take
     */
    void judged(Policy policy) {
        judged(List.of(policy));
    }

    /** The same for many. */
    void judged(Collection<Policy> policies) {
        Map<UUID, List<Policy.Exclusion>> beside = exclusions.holding(clock.instant());
        CompiledPolicies.compile(policies.stream()
                .map(policy -> policy.excluding(beside.getOrDefault(policy.id(), List.of())))
                .toList());
    }

    /** @throws Conflict if another policy has the name */
    void nameIsFree(Policy policy) {
        table.named(policy.name(), policy.id()).ifPresent(other -> {
            throw new Conflict("the name \"" + policy.name() + "\" is taken by the policy " + other
                    + "; choose another one for /name");
        });
    }

    /** @throws Conflict if it is applied as code by another origin */
    static void mayChange(StoredPolicy stored, String origin) {
        if (stored.asCode() && !stored.origin().equals(origin)) {
            throw new Conflict("the policy \"" + stored.policy().name() + "\" is applied from " + stored.origin()
                    + "; change it there and apply it again");
        }
    }

    static String reason(String reason) {
        if (reason.length() > LONGEST_REASON || reason.indexOf('\0') >= 0) {
            throw new InvalidRequest("reason", reason, "at most " + LONGEST_REASON + " characters");
        }
        return reason.strip();
    }

    /** @throws InvalidRequest if it cannot be told where a policy comes from by this */
    static String origin(String origin) {
        boolean plain = origin.codePoints().noneMatch(Character::isISOControl);
        if (origin.isBlank()
                || origin.length() > LONGEST_ORIGIN
                || !plain
                || origin.equals(StoredPolicy.CONSOLE)
                || origin.equals(StoredPolicy.BUILT_IN)) {
            throw new InvalidRequest(
                    "origin",
                    origin,
                    "1 to " + LONGEST_ORIGIN + " characters that say where the policies are written, such as"
                            + " git:policies; not " + StoredPolicy.CONSOLE + " or " + StoredPolicy.BUILT_IN);
        }
        return origin.strip();
    }
}
