package dev.breakwater.central.policy;

import dev.breakwater.engine.policy.Policy;
import java.time.Instant;

/**
 * A policy as it is kept.
 *
 * @param version rises with each edit of this policy
 * @param origin {@link #BUILT_IN}, {@link #CONSOLE}, or what it is applied from as code, such as {@code git:policies}
 * @param differs whether it is not as its source gave it last: a built-in policy that people adjusted, or one applied as
 *     code that was changed here since
 */
public record StoredPolicy(
        Policy policy,
        boolean builtIn,
        int version,
        Instant updatedAt,
        String updatedBy,
        String origin,
        boolean differs) {

    /** The origin of policies that come with the product. */
    public static final String BUILT_IN = "built-in";

    /** The origin of policies that are written in the console or by single requests. */
    public static final String CONSOLE = "console";

    /** Whether it is applied as code, and so changed where it is written and not here. */
    public boolean asCode() {
        return !builtIn && !origin.equals(CONSOLE);
    }
}
