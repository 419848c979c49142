package dev.breakwater.central.policy.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.policy.PolicyView;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out changes of the set, as one: versions, the next revision, what becomes due, and the audit log. The caller holds the
 * policy set.
 */
@Component
class PolicyChanges {

    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    private final PolicyTable table;
    private final VersionTable versions;
    private final JudgementDue due;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    /**
     * A policy that is saved.
     *
     * @param before {@code null} = it is new
     */
    record Save(@Nullable StoredPolicy before, Policy policy, String origin, String action) {}

    PolicyChanges(
            PolicyTable table, VersionTable versions, JudgementDue due, Audit audit, ActorSource actors, Clock clock) {
        this.table = table;
        this.versions = versions;
        this.due = due;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    /** Saves and deletes, in one revision of the set. Does nothing if there is nothing to do. */
    void carryOut(List<Save> saves, List<StoredPolicy> deletions, String reason) {
        if (saves.isEmpty() && deletions.isEmpty()) {
            return;
        }
        String actor = actors.current().name();
        List<StoredPolicy> written = new ArrayList<>();
        for (Save save : saves) {
            StoredPolicy before = save.before();
            written.add(new StoredPolicy(
                    save.policy(),
                    before != null && before.builtIn(),
                    versions.last(save.policy().id()) + 1,
                    clock.instant(),
                    actor,
                    save.origin(),
                    false));
        }
        List<UUID> gone =
                deletions.stream().map(deleted -> deleted.policy().id()).toList();
        // Names that become free may be taken by the others at once.
        table.delete(gone);
        table.write(written, reason);
        table.nextRevision();
        due.markAll(cause(saves, deletions, actor));
        for (Save save : saves) {
            UUID id = save.policy().id();
            StoredPolicy after = table.find(id).orElseThrow();
            record(save.action(), save.policy(), save.before(), after, reason);
        }
        deletions.forEach(deleted -> record("deleted", deleted.policy(), deleted, null, reason));
    }

    private static String cause(List<Save> saves, List<StoredPolicy> deletions, String actor) {
        if (saves.size() + deletions.size() > 1) {
            return saves.size() + deletions.size() + " policies were changed by " + actor;
        }
        return saves.isEmpty()
                ? "policy \"" + deletions.getFirst().policy().name() + "\" was deleted by " + actor
                : "policy \"" + saves.getFirst().policy().name() + "\" was "
                        + saves.getFirst().action() + " by " + actor;
    }

    private void record(
            String action, Policy policy, @Nullable StoredPolicy before, @Nullable StoredPolicy after, String reason) {
        Map<String, Object> was = before == null ? null : shown(before);
        Map<String, Object> now = after == null ? null : shown(after);
        if (!reason.isBlank()) {
            now = now == null ? new TreeMap<>() : now;
            now.put("reason", reason);
        }
        audit.record(action, "policy", policy.id().toString(), policy.name(), was, now);
    }

    private static Map<String, Object> shown(StoredPolicy stored) {
        return JsonMapper.shared().convertValue(PolicyView.of(stored), MAP);
    }
}
