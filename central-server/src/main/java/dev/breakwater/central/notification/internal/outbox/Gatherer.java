package dev.breakwater.central.notification.internal.outbox;

import dev.breakwater.central.notification.internal.NotificationProperties;
import dev.breakwater.central.platform.Ids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes few messages of much that happened: one for each group (a policy and an owner; the fleet), not more often than the
 * interval says, and never more to a target in that time than is set. What would be more is told together, as a digest.
 */
@Component
public class Gatherer {

    private final OutboxTable table;
    private final NewDeliveries deliveries;
    private final MessageComposer composer;
    private final NotificationProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Gatherer(
            OutboxTable table,
            NewDeliveries deliveries,
            MessageComposer composer,
            NotificationProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.deliveries = deliveries;
        this.composer = composer;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Gathers what may be told now, for each target in a transaction of its own.
     *
     * @return how many messages were made
     */
    public int gather() {
        int made = 0;
        for (UUID notifier : table.waiting()) {
            Integer some = transaction.execute(status -> table.tryLock(notifier) ? gatherFor(notifier) : 0);
            made += some == null ? 0 : some;
        }
        return made;
    }

    private int gatherFor(UUID notifier) {
        Instant now = clock.instant();
        List<String> due = table.due(notifier, now, properties.gather());
        int left = properties.most() - deliveries.since(notifier, now.minus(properties.interval()));
        if (due.isEmpty() || left <= 0) {
            return 0;
        }
        Map<String, List<Item>> groups = new LinkedHashMap<>();
        due.forEach(key -> groups.put(key, new ArrayList<>()));
        table.take(notifier, due).forEach(item -> groups.get(item.groupKey()).add(item));
        table.hold(notifier, due, now, now.plus(properties.interval()));
        List<Message> messages = due.size() <= left
                ? groups.values().stream()
                        .map(items -> composer.one(Ids.newId(now), items, now))
                        .toList()
                : List.of(composer.digest(Ids.newId(now), List.copyOf(groups.values()), now));
        deliveries.add(notifier, messages, now);
        return messages.size();
    }
}
