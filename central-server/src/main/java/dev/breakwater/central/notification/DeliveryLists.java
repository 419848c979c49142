package dev.breakwater.central.notification;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.model.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of deliveries. Of no single cluster, so a narrowed scope sees none of them; their service is for administrators. */
@Configuration(proxyBeanMethods = false)
class DeliveryLists {

    private static final String NEVER = "'-infinity'";

    @Bean
    ListDefinition<Delivery> deliveryList() {
        Map<String, String> states = new LinkedHashMap<>();
        Stream.of("QUEUED", "SENDING", "DELIVERED", "DEAD")
                .forEach(state -> states.put(state.toLowerCase(Locale.ROOT), state));
        Map<String, Integer> severities = new LinkedHashMap<>(Severities.words());
        // What is told of clusters and certificates has none.
        severities.put("unknown", Severities.number(Severity.UNKNOWN));
        return ListDefinition.<Delivery>of("notifications/deliveries")
                .select("d.*")
                .from("notification_deliveries d")
                .id("d.id", KeyType.ID)
                .term(Conditions.words("state", "queued, sending, delivered, or dead: given up", "d.state", states))
                .term(Conditions.nameOrId("target", "target, name or id", "d.notifier_name", "d.notifier_id"))
                .term(Conditions.text("title", "what it says", "d.title"))
                .term(Conditions.words(
                        "severity", "the highest it tells of; >=high compares", "d.severity", severities))
                .term(Conditions.number("attempts", "how often it was tried", "d.attempts"))
                .term(Conditions.age("age", "since it was made", "d.created_at"))
                .searches("d.title")
                .searches("d.notifier_name")
                .searches("d.last_error")
                .sort("createdAt", "d.created_at", KeyType.INSTANT)
                .sort("triedAt", "coalesce(d.tried_at, " + NEVER + ")", KeyType.INSTANT)
                .sort("target", "d.notifier_name", KeyType.TEXT)
                .sort("state", "d.state", KeyType.TEXT)
                .sort("attempts", "d.attempts", KeyType.WHOLE)
                .sort("severity", "d.severity", KeyType.WHOLE)
                .defaultSort("-createdAt")
                .row(DeliveryLists::read);
    }

    private static Delivery read(ResultSet row) throws SQLException {
        String state = row.getString("state");
        return new Delivery(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "notifier_id"),
                row.getString("notifier_name"),
                row.getString("title"),
                Severities.of(row.getInt("severity")),
                state,
                row.getInt("attempts"),
                Sql.instant(row, "created_at"),
                state.equals("QUEUED") ? Sql.instant(row, "next_at") : null,
                Sql.instantOrNull(row, "tried_at"),
                Sql.instantOrNull(row, "delivered_at"),
                row.getString("last_error"),
                row.getInt("replays"));
    }
}
