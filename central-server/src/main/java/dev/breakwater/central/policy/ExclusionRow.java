package dev.breakwater.central.policy;

import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.policy.Policy.Scope;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An exclusion that people made, with what became of it.
 *
 * @param policy name of the policy
 * @param severity of the policy
 * @param state {@code ACTIVE}, {@code EXPIRED} or {@code REMOVED}
 * @param expiresAt {@code null} = it holds until it is removed
 * @param removedBy empty unless removed
 */
public record ExclusionRow(
        UUID id,
        UUID policyId,
        String policy,
        Severity severity,
        String state,
        Scope scope,
        String reason,
        String author,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant removedAt,
        String removedBy) {}
