package dev.breakwater.central.policy;

import dev.breakwater.engine.policy.Policy.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion that somebody wants to make.
 *
 * @param scope where the policy falls silent; one part at least
 * @param reason why, for those who judge it later
 * @param expiresAt from when on the policy speaks again, {@code null} = never
 */
public record NewExclusion(
        UUID policyId, Scope scope, String reason, @Nullable Instant expiresAt) {}
