package dev.breakwater.central.notification.internal.rule;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.NotificationRules;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class StoredRules implements NotificationRules {

    private static final String TYPE = "notification-rule";

    private final NotificationRuleTable table;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredRules(NotificationRuleTable table, Audit audit, ActorSource actors, Clock clock) {
        this.table = table;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public List<NotificationRule> list() {
        return table.all();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional(readOnly = true)
    public NotificationRule get(UUID id) {
        return table.get(id);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public NotificationRule create(RuleDraft draft) {
        check(draft, null);
        table.lock();
        List<NotificationRule> all = table.all();
        if (all.size() >= MOST) {
            throw new Conflict("There are " + MOST + " rules; remove one first.");
        }
        Instant now = clock.instant();
        UUID id = Ids.newId(now);
        table.insert(id, all.size() + 1, draft, now, actors.current().name());
        audit.record("created", TYPE, id.toString(), draft.name(), null, draft);
        return table.get(id);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public NotificationRule update(UUID id, RuleDraft draft) {
        table.lock();
        NotificationRule before = table.get(id);
        check(draft, id);
        table.insert(
                id, before.position(), draft, clock.instant(), actors.current().name());
        audit.record("changed", TYPE, id.toString(), draft.name(), before.rule(), draft);
        return table.get(id);
    }

    private void check(RuleDraft draft, @Nullable UUID id) {
        RuleCheck.check(draft);
        if (table.isTaken(draft.name(), id)) {
            throw new Conflict("There is a rule of the name '" + draft.name() + "' already.");
        }
        table.missingNotifiers(draft.notifiers()).stream().findFirst().ifPresent(missing -> {
            throw new InvalidRequest("notifiers", missing.toString(), "ids of targets that are there");
        });
        table.missingPolicies(draft.policies()).stream().findFirst().ifPresent(missing -> {
            throw new InvalidRequest("policies", missing.toString(), "ids of policies that are there");
        });
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public void delete(UUID id) {
        table.lock();
        NotificationRule before = table.get(id);
        table.delete(id);
        audit.record("removed", TYPE, id.toString(), before.rule().name(), before.rule(), null);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public List<NotificationRule> order(List<UUID> ids) {
        table.lock();
        List<NotificationRule> before = table.all();
        List<UUID> present = before.stream().map(NotificationRule::id).toList();
        if (ids.size() != present.size() || !new HashSet<>(ids).equals(new HashSet<>(present))) {
            throw new InvalidRequest(
                    "ids", ids.size() + " ids", "the ids of all " + present.size() + " rules, each once");
        }
        if (!ids.equals(present)) {
            table.order(ids);
            audit.record("ordered", TYPE, "", "", Map.of("order", names(before)), Map.of("order", names(table.all())));
        }
        return table.all();
    }

    private static List<String> names(List<NotificationRule> rules) {
        return rules.stream().map(rule -> rule.rule().name()).toList();
    }
}
