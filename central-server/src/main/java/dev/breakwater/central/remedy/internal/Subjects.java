package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.ScopeCondition;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.platform.SqlParameters;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The workloads that are planned for. */
@Component
class Subjects {

    /**
     * A workload.
     *
     * @param cluster the cluster's name
     * @param team that owns it, empty = nobody is known to
     */
    record Subject(UUID id, String cluster, String namespace, String kind, String name, String team) {}

    private final JdbcTemplate jdbc;
    private final NamedParameterJdbcTemplate named;

    Subjects(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.named = new NamedParameterJdbcTemplate(jdbc);
    }

    /** These, in their order; those that are gone are left out. */
    Map<UUID, Subject> of(Collection<UUID> ids) {
        Map<UUID, Subject> found = new LinkedHashMap<>();
        jdbc.query(
                "select w.id, l.name as cluster, w.namespace, w.kind, w.name, coalesce(w.team, '') as team"
                        + " from unnest(?::uuid[]) with ordinality n(id, at) join workloads w on w.id = n.id"
                        + " join clusters l on l.id = w.cluster_id order by n.at",
                row -> {
                    UUID id = Sql.uuid(row, "id");
                    found.put(
                            id,
                            new Subject(
                                    id,
                                    row.getString("cluster"),
                                    row.getString("namespace"),
                                    row.getString("kind"),
                                    row.getString("name"),
                                    row.getString("team")));
                },
                Rows.ids(ids));
        return found;
    }

    /** The riskiest workloads that run a content and that the reader may see. */
    List<UUID> running(int content, int most, AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        return named.queryForList(
                "select r.workload_id" + running(content, scope, sql) + " order by r.score desc, r.workload_id limit "
                        + sql.add(most),
                sql.values(),
                UUID.class);
    }

    /** How many those are. */
    long count(int content, AccessScope scope) {
        SqlParameters sql = new SqlParameters();
        Long count = named.queryForObject("select count(*)" + running(content, scope, sql), sql.values(), Long.class);
        return count == null ? 0 : count;
    }

    private static String running(int content, AccessScope scope, SqlParameters sql) {
        return " from risk_scores r join workloads w on w.id = r.workload_id where exists (select 1 from workload_images u"
                + " join contents_of_images c on c.image_id = u.image_id where u.workload_id = r.workload_id and c.content_id = "
                + sql.add(content) + ") and " + ScopeCondition.of(scope, "w.cluster_id", "w.namespace", sql);
    }
}
