package dev.breakwater.central.notification.internal.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads the rules within the transaction of what happens, so that a rule holds from its own commit on. */
@Component
public class Routes {

    private final NotificationRuleTable table;
    private final JdbcTemplate jdbc;

    Routes(NotificationRuleTable table, JdbcTemplate jdbc) {
        this.table = table;
        this.jdbc = jdbc;
    }

    /** The rules as they stand. One look-up where nothing is set up. */
    public Routing current() {
        Map<String, UUID> enabled = new HashMap<>();
        jdbc.query("select id, name from notifiers where enabled", row -> {
            enabled.put(row.getString("name"), row.getObject("id", UUID.class));
        });
        return new Routing(enabled.isEmpty() ? List.of() : table.all(), enabled);
    }
}
