package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.AccessScope.NamespaceRef;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.policy.NewExclusion;
import dev.breakwater.engine.policy.Policy.Scope;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.engine.policy.PolicyRejected.Problem;
import dev.breakwater.engine.policy.ScopeMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What an exclusion must be like to be made. */
@Component
class ExclusionCheck {

    static final int LONGEST_REASON = 1000;
    private static final int LONGEST_NAME = 300;
    private static final Duration LONGEST = Duration.ofDays(366L * 5);

    private final JdbcTemplate jdbc;

    ExclusionCheck(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void check(NewExclusion wanted, AccessScope reader, Instant now) {
        Scope scope = wanted.scope();
        if (wanted.reason().isBlank() || wanted.reason().length() > LONGEST_REASON) {
            throw new InvalidRequest("reason", wanted.reason(), "1 to " + LONGEST_REASON + " characters");
        }
        Instant end = wanted.expiresAt();
        if (end != null && (!end.isAfter(now) || end.isAfter(now.plus(LONGEST)))) {
            throw new InvalidRequest("expiresAt", end.toString(), "an instant to come within five years, or none");
        }
        if (scope.equals(new Scope("", "", "", List.of(), List.of()))) {
            throw new InvalidRequest(
                    "scope", "", "one part at least; to silence a policy everywhere, switch it off instead");
        }
        for (String name : List.of(scope.cluster(), scope.namespace(), scope.workload())) {
            if (name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
                throw new InvalidRequest("scope", name, "names of up to " + LONGEST_NAME + " characters");
            }
        }
        try {
            ScopeMatcher.of(scope);
        } catch (PolicyRejected e) {
            Problem first = e.problems().getFirst();
            throw new InvalidRequest(first.pointer().substring(1), first.value(), first.allowed());
        }
        if (!reader.everything() && !within(scope, reader)) {
            throw new InvalidRequest(
                    "scope",
                    scope.toString(),
                    "a cluster and, unless you see all of it, a namespace that you see, in quotes");
        }
    }

    private boolean within(Scope scope, AccessScope reader) {
        String cluster = exact(scope.cluster());
        if (cluster == null) {
            return false;
        }
        // Scopes do not tell upper from lower case, so one name may be that of several clusters.
        List<UUID> ids = jdbc.queryForList("select id from clusters where lower(name) = lower(?)", UUID.class, cluster);
        String namespace = exact(scope.namespace());
        return !ids.isEmpty()
                && ids.stream()
                        .allMatch(id -> reader.clusters().contains(id)
                                || (namespace != null
                                        && reader.namespaces().contains(new NamespaceRef(id, namespace))));
    }

    /** The one name that a name of a scope stands for, {@code null} if it may stand for several. */
    static @Nullable String exact(String name) {
        return name.length() > 2 && name.startsWith("\"") && name.endsWith("\"")
                ? name.substring(1, name.length() - 1)
                : null;
    }
}
