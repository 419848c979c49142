package dev.breakwater.central.notification.internal.rule;

import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.engine.model.Severity;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened, as far as rules ask about it.
 *
 * @param cluster name, empty = of no cluster
 * @param severity of a violation
 * @param policyId of a violation, {@code null} = none
 * @param owner of a violation's workload, empty = nobody is known
 * @param mark what the namespace says in its annotation, empty = nothing
 */
public record Occurrence(
        NotificationEvent event,
        String cluster,
        Severity severity,
        @Nullable UUID policyId,
        String owner,
        String mark) {

    /** About clusters and certificates. */
    public static Occurrence of(NotificationEvent event, String cluster) {
        return new Occurrence(event, cluster, Severity.UNKNOWN, null, "", "");
    }
}
