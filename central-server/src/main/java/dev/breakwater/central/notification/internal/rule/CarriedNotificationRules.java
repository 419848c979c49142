package dev.breakwater.central.notification.internal.rule;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.system.Carried;
import dev.breakwater.engine.model.Severity;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The rules of notifications in an export. */
@Component
@Order(120)
class CarriedNotificationRules implements Carried<CarriedNotificationRules.Kept> {

    private static final int MOST_POSITION = 100_000;

    /** A rule as it stands in the file. */
    record Kept(
            UUID id,
            int position,
            String name,
            boolean enabled,
            List<NotificationEvent> events,
            @Nullable Severity minimumSeverity,
            List<UUID> policies,
            List<String> owners,
            List<String> clusters,
            List<String> marks,
            List<UUID> notifiers,
            boolean toNamespaceTarget,
            boolean goOn) {

        RuleDraft draft() {
            return new RuleDraft(
                    name,
                    enabled,
                    new LinkedHashSet<>(events),
                    minimumSeverity,
                    policies,
                    owners,
                    clusters,
                    marks,
                    notifiers,
                    toNamespaceTarget,
                    goOn);
        }
    }

    private final NotificationRuleTable table;
    private final ActorSource actors;
    private final Clock clock;

    CarriedNotificationRules(NotificationRuleTable table, ActorSource actors, Clock clock) {
        this.table = table;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notificationRules";
    }

    @Override
    public String what() {
        return "rules of notifications";
    }

    @Override
    public Class<Kept> item() {
        return Kept.class;
    }

    @Override
    public String key(Kept item) {
        return item.id().toString();
    }

    @Override
    public List<Kept> read(boolean secrets) {
        return table.all().stream().map(CarriedNotificationRules::kept).toList();
    }

    private static Kept kept(NotificationRule rule) {
        RuleDraft draft = rule.rule();
        return new Kept(
                rule.id(),
                rule.position(),
                draft.name(),
                draft.enabled(),
                draft.events().stream().sorted().toList(),
                draft.minimumSeverity(),
                draft.policies(),
                draft.owners(),
                draft.clusters(),
                draft.marks(),
                draft.notifiers(),
                draft.toNamespaceTarget(),
                draft.goOn());
    }

    @Override
    public void check(Kept item) {
        if (item.position() < 1 || item.position() > MOST_POSITION) {
            throw new InvalidRequest("position", String.valueOf(item.position()), "1 to " + MOST_POSITION);
        }
        RuleCheck.check(item.draft());
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        if (table.isTaken(item.name(), item.id())) {
            return "another rule has its name here";
        }
        if (!item.notifiers().stream().allMatch(id -> reach.has("notifiers", id.toString()))) {
            return "a target of it is not here";
        }
        return item.policies().stream().allMatch(id -> reach.has("policies", id.toString()))
                ? null
                : "a policy of it is not here";
    }

    @Override
    public void write(List<Kept> items) {
        String actor = actors.current().name();
        items.forEach(item -> table.insert(item.id(), item.position(), item.draft(), clock.instant(), actor));
    }
}
