package dev.breakwater.central.notification.internal.outbox;

import dev.breakwater.central.fleet.ClusterWatch;
import dev.breakwater.central.fleet.ClusterWatch.Sight;
import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.internal.NotificationProperties;
import dev.breakwater.central.notification.internal.outbox.Item.Sample;
import dev.breakwater.central.notification.internal.rule.Occurrence;
import dev.breakwater.central.notification.internal.rule.Routes;
import dev.breakwater.central.notification.internal.rule.Routing;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.engine.model.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks by the clock for what no message from a sensor tells: clusters that say nothing, those that speak again, certificates
 * that end. What was told is kept, so that each is told once, by whichever replica looks.
 *
 * <p>A central that was down has heard of nobody: it waits for the sensors to come back before it calls one silent.
 */
@Component
public class FleetWatcher {

    private static final List<Integer> AUTHORITY_DAYS = List.of(30, 180);
    private static final String SILENT = "SILENT";

    private final ClusterWatch fleet;
    private final Routes routes;
    private final OutboxTable table;
    private final JdbcTemplate jdbc;
    private final TransactionLocks locks;
    private final TransactionTemplate transaction;
    private final NotificationProperties properties;
    private final Clock clock;
    private final Instant started;

    FleetWatcher(
            ClusterWatch fleet,
            Routes routes,
            OutboxTable table,
            JdbcTemplate jdbc,
            TransactionLocks locks,
            PlatformTransactionManager transactions,
            NotificationProperties properties,
            Clock clock) {
        this.fleet = fleet;
        this.routes = routes;
        this.table = table;
        this.jdbc = jdbc;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactions);
        this.properties = properties;
        this.clock = clock;
        this.started = clock.instant();
    }

    /** Looks once; does nothing where another replica is looking. */
    public void look() {
        transaction.executeWithoutResult(status -> {
            if (locks.tryWatchFleet()) {
                lookAlone(clock.instant());
            }
        });
    }

    private void lookAlone(Instant now) {
        Map<String, String> told = new HashMap<>();
        jdbc.query("select subject, told from notification_watch", row -> {
            told.put(row.getString(1), row.getString(2));
        });
        Routing routing = routes.current();
        List<Item> items = new ArrayList<>();
        boolean listened = !now.isBefore(started.plus(properties.listenFirst()));
        for (Sight cluster : fleet.clusters()) {
            if (!cluster.provisional()) {
                silence(cluster, told, listened, now, routing, items);
                certificate(cluster, told, now, routing, items);
            }
        }
        authority(told, now, routing, items);
        table.insert(items);
    }

    private void silence(
            Sight cluster, Map<String, String> told, boolean listened, Instant now, Routing routing, List<Item> items) {
        String subject = "silence/" + cluster.id();
        boolean before = SILENT.equals(told.get(subject));
        if (cluster.silent() && !before && listened) {
            keep(subject, cluster.id(), SILENT, now);
            tell(
                    NotificationEvent.CLUSTER_SILENT,
                    cluster,
                    "Its sensor has said nothing since " + words(cluster.lastContactAt())
                            + ". What is shown of it is as old as that.",
                    now,
                    routing,
                    items);
        } else if (!cluster.silent() && before) {
            keep(subject, cluster.id(), "HEARD", now);
            tell(NotificationEvent.CLUSTER_BACK, cluster, "Its sensor speaks again.", now, routing, items);
        }
    }

    private void certificate(Sight cluster, Map<String, String> told, Instant now, Routing routing, List<Item> items) {
        Instant ends = cluster.overdueCertificate();
        String subject = "certificate/" + cluster.id();
        if (ends != null && !ends.toString().equals(told.get(subject))) {
            keep(subject, cluster.id(), ends.toString(), now);
            tell(
                    NotificationEvent.CERTIFICATE_ENDS,
                    cluster,
                    "The certificate of its sensor ends at " + words(ends)
                            + " and was not renewed in time. From then on the sensor is cut off. Look at the sensor's log; a"
                            + " new enrolment token lets it in again.",
                    now,
                    routing,
                    items);
        }
    }

    private void authority(Map<String, String> told, Instant now, Routing routing, List<Item> items) {
        Instant ends = fleet.authorityEndsAt();
        long days = Duration.between(now, ends).toDays();
        AUTHORITY_DAYS.stream().filter(limit -> days < limit).findFirst().ifPresent(limit -> {
            String wanted = ends + "/" + limit;
            if (!wanted.equals(told.get("authority"))) {
                keep("authority", null, wanted, now);
                items.addAll(items(
                        NotificationEvent.CERTIFICATE_ENDS,
                        null,
                        "",
                        "Central's own certificate authority ends at " + words(ends)
                                + ". Plan a new one: every sensor has to enrol anew with it.",
                        now,
                        routing));
            }
        });
    }

    private void tell(
            NotificationEvent event, Sight cluster, String detail, Instant now, Routing routing, List<Item> items) {
        items.addAll(items(event, cluster.id(), cluster.name(), detail, now, routing));
    }

    private static List<Item> items(
            NotificationEvent event,
            @Nullable UUID clusterId,
            String cluster,
            String detail,
            Instant now,
            Routing routing) {
        return routing.targets(Occurrence.of(event, cluster)).stream()
                .map(notifier -> new Item(
                        notifier,
                        Item.FLEET,
                        event,
                        now,
                        clusterId,
                        cluster,
                        null,
                        "",
                        Severity.UNKNOWN,
                        "",
                        1,
                        List.of(new Sample("", "", "Cluster", cluster, detail))))
                .toList();
    }

    private void keep(String subject, @Nullable UUID cluster, String told, Instant now) {
        jdbc.update(
                "insert into notification_watch (subject, cluster_id, told, at) values (?, ?, ?, ?::timestamptz)"
                        + " on conflict (subject) do update set told = excluded.told, at = excluded.at",
                subject,
                cluster,
                told,
                now.toString());
    }

    private static String words(@Nullable Instant instant) {
        return instant == null
                ? "it was added"
                : instant.truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                        .replace("T", " ")
                        .replace(":00Z", " UTC");
    }
}
