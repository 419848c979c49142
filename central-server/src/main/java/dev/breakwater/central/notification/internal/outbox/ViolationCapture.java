package dev.breakwater.central.notification.internal.outbox;

import dev.breakwater.central.detection.ViolationListener;
import dev.breakwater.central.detection.ViolationTransition;
import dev.breakwater.central.detection.ViolationTransition.Kind;
import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.central.notification.internal.outbox.Item.Sample;
import dev.breakwater.central.notification.internal.rule.Occurrence;
import dev.breakwater.central.notification.internal.rule.Routes;
import dev.breakwater.central.notification.internal.rule.Routing;
import dev.breakwater.central.platform.Rows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Writes down whom violations that open or are resolved are told, in the transaction that makes it so. What a cluster brings
 * while it is read for the first time is told to nobody.
 */
@Component
class ViolationCapture implements ViolationListener {

    private record Place(UUID cluster, String namespace) {}

    private record Key(UUID notifier, NotificationEvent event, UUID cluster, UUID policy, String owner) {}

    private static final class Counted {
        private final ViolationTransition first;
        private final List<Sample> samples = new ArrayList<>();
        private int amount;

        Counted(ViolationTransition first) {
            this.first = first;
        }

        void add(ViolationTransition transition) {
            amount++;
            if (samples.size() < Item.MOST_SAMPLES) {
                samples.add(new Sample(
                        transition.violationId().toString(),
                        transition.namespace(),
                        transition.workloadKind(),
                        transition.workloadName(),
                        ""));
            }
        }
    }

    private final Routes routes;
    private final OutboxTable table;
    private final JdbcTemplate jdbc;

    ViolationCapture(Routes routes, OutboxTable table, JdbcTemplate jdbc) {
        this.routes = routes;
        this.table = table;
        this.jdbc = jdbc;
    }

    @Override
    public void changed(List<ViolationTransition> transitions, Instant at) {
        Routing routing = routes.current();
        if (routing.isEmpty()) {
            return;
        }
        Map<UUID, String> clusters =
                synced(transitions.stream().map(ViolationTransition::clusterId).collect(Collectors.toSet()));
        Map<Place, String> marks = routing.looksAtNamespaces() ? marks(clusters.keySet()) : Map.of();
        Map<Occurrence, Set<UUID>> asked = new HashMap<>();
        Map<Key, Counted> counted = new LinkedHashMap<>();
        for (ViolationTransition transition : transitions) {
            String cluster = clusters.get(transition.clusterId());
            if (cluster == null) {
                continue;
            }
            NotificationEvent event = transition.kind() == Kind.OPENED
                    ? NotificationEvent.VIOLATION_OPENED
                    : NotificationEvent.VIOLATION_RESOLVED;
            Occurrence occurrence = new Occurrence(
                    event,
                    cluster,
                    transition.severity(),
                    transition.policyId(),
                    transition.owner(),
                    marks.getOrDefault(new Place(transition.clusterId(), transition.namespace()), ""));
            for (UUID notifier : asked.computeIfAbsent(occurrence, routing::targets)) {
                counted.computeIfAbsent(
                                new Key(
                                        notifier,
                                        event,
                                        transition.clusterId(),
                                        transition.policyId(),
                                        transition.owner()),
                                key -> new Counted(transition))
                        .add(transition);
            }
        }
        table.insert(items(counted, clusters, at));
    }

    private static List<Item> items(Map<Key, Counted> counted, Map<UUID, String> clusters, Instant at) {
        List<Item> items = new ArrayList<>(counted.size());
        counted.forEach((key, what) -> items.add(new Item(
                key.notifier(),
                Item.groupOf(key.policy(), key.owner()),
                key.event(),
                at,
                key.cluster(),
                clusters.getOrDefault(key.cluster(), ""),
                key.policy(),
                what.first.policyName(),
                what.first.severity(),
                key.owner(),
                what.amount,
                what.samples)));
        return items;
    }

    private Map<UUID, String> synced(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        jdbc.query(
                "select id, name from clusters where id = any(?) and first_synced_at is not null",
                row -> {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                },
                Rows.ids(ids));
        return names;
    }

    private Map<Place, String> marks(Collection<UUID> clusters) {
        Map<Place, String> marks = new HashMap<>();
        jdbc.query(
                "select cluster_id, name, annotations ->> ? as mark from namespaces"
                        + " where cluster_id = any(?) and annotations ->> ? is not null",
                row -> {
                    marks.put(new Place(row.getObject(1, UUID.class), row.getString(2)), row.getString(3));
                },
                RuleDraft.ANNOTATION,
                Rows.ids(clusters),
                RuleDraft.ANNOTATION);
        return marks;
    }
}
