package dev.breakwater.central.notification;

import dev.breakwater.engine.model.Severity;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rule as somebody wants it. A condition that is empty holds for everything; all of them must hold. Conditions on severity,
 * policy, owner and mark say nothing of clusters and certificates: a rule with a condition on policy, owner or mark takes none
 * of those, one on severity takes them all.
 *
 * @param name 1 to 100 characters, once
 * @param events what it takes, at least one
 * @param minimumSeverity of violations, {@code null} = any
 * @param policies ids of policies
 * @param owners teams, {@code *} for any text
 * @param clusters names, {@code *} for any text
 * @param marks values of the namespace's annotation {@code breakwater.dev/notify}, {@code *} for any text
 * @param notifiers ids of the targets, may be none if the namespace names one
 * @param toNamespaceTarget also sends to the target that the namespace's annotation {@code breakwater.dev/notify} names
 * @param goOn the rules after it are asked, too
 */
public record RuleDraft(
        String name,
        boolean enabled,
        Set<NotificationEvent> events,
        @Nullable Severity minimumSeverity,
        List<UUID> policies,
        List<String> owners,
        List<String> clusters,
        List<String> marks,
        List<UUID> notifiers,
        boolean toNamespaceTarget,
        boolean goOn) {

    /** The annotation of a namespace that names who is told. */
    public static final String ANNOTATION = "breakwater.dev/notify";

    public RuleDraft {
        events = Collections.unmodifiableSortedSet(new TreeSet<>(events));
        policies = List.copyOf(policies);
        owners = List.copyOf(owners);
        clusters = List.copyOf(clusters);
        marks = List.copyOf(marks);
        notifiers = List.copyOf(notifiers);
    }
}
