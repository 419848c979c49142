package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** Takes the rows of objects that are gone out of a narrow table. */
final class Removal {

    private Removal() {}

    /** @param table a constant of the code, never input */
    static void of(JdbcTemplate jdbc, String table, List<UUID> ids) {
        if (!ids.isEmpty()) {
            jdbc.update("delete from " + table + " where id = any(?)", Rows.ids(ids));
        }
    }
}
