package dev.breakwater.central.fleet.internal;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes everything that a cluster had, whichever capability keeps it: every table that names clusters in a column
 * {@code cluster_id}. Each statement is a transaction of its own of bounded size, so that removing a large cluster blocks
 * nobody; one that was interrupted is finished by removing again.
 */
@Component
class ClusterRemoval {

    private static final int ROWS = 5_000;

    private final JdbcClient jdbc;

    ClusterRemoval(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void deleteAllOf(UUID clusterId) {
        pass(clusterId);
        // A judgement that was under way has ended by now, since it held workloads that are gone. What it wrote
        // meanwhile:
        pass(clusterId);
    }

    private void pass(UUID clusterId) {
        for (String table : tables()) {
            int deleted;
            do {
                deleted = deleteSome(table, clusterId);
            } while (deleted == ROWS);
        }
    }

    // Rows that hang on workloads come first, or one deleted workload would take many with it.
    private List<String> tables() {
        return jdbc.sql("""
                select quote_ident(c.table_name) from information_schema.columns c
                join information_schema.tables t on t.table_schema = c.table_schema and t.table_name = c.table_name
                where c.table_schema = current_schema() and t.table_type = 'BASE TABLE' and c.column_name = 'cluster_id'
                order by c.table_name in ('workloads', 'cluster_objects'), c.table_name
                """).query(String.class).list();
    }

    private int deleteSome(String table, UUID clusterId) {
        return jdbc.sql("delete from " + table + " where ctid = any(array(select ctid from " + table
                        + " where cluster_id = :id limit " + ROWS + "))")
                .param("id", clusterId)
                .update();
    }
}
