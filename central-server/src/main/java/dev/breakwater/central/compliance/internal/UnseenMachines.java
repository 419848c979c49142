package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.compliance.About;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The nodes that nobody looked at lately, and what is known of them all the same. */
@Component
class UnseenMachines {

    private final JdbcTemplate jdbc;
    private final CheckCatalogue catalogue;

    UnseenMachines(JdbcTemplate jdbc, CheckCatalogue catalogue) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
    }

    /**
     * One of them.
     *
     * @param osImage as the node names it, may be empty
     * @param silent what its last look had nothing to say of, {@code null} = nobody ever looked
     * @param notApplicable what its last look said that does not concern it
     */
    record Unseen(
            UUID id,
            String name,
            String osImage,
            String runtime,
            @Nullable Set<String> silent,
            Set<String> notApplicable) {

        /** Whether a check may be asked of it. What was seen of it before says more than how it names itself. */
        boolean mayBeAsked(About about, String check) {
            return !about.isOfMachines()
                    || (silent == null ? about.mayConcern(osImage, runtime) : !notApplicable.contains(check));
        }

        /** Whether its last look had an answer to a check. */
        boolean answered(String check) {
            return silent != null && !silent.contains(check);
        }
    }

    /**
     * Those of a cluster, by name.
     *
     * @param since looks begun before this instant count no more
     */
    List<Unseen> of(UUID cluster, String since) {
        return jdbc.query(
                """
                select n.id, n.name, n.os_image, n.container_runtime, c.node_id is not null as looked,
                    coalesce(c.unknown, '{}') as unknown, coalesce(c.not_applicable, '{}') as not_applicable
                from nodes n left join trusted_node_checks c on c.node_id = n.id and c.catalogue = ?
                where n.cluster_id = ? and (c.node_id is null or c.collected_at <= ?::timestamptz) order by n.name
                """,
                (row, number) -> {
                    Set<String> none = new HashSet<>(Sql.texts(row, "not_applicable"));
                    Set<String> silent = new HashSet<>(none);
                    silent.addAll(Sql.texts(row, "unknown"));
                    return new Unseen(
                            Sql.uuid(row, "id"),
                            row.getString("name"),
                            row.getString("os_image"),
                            row.getString("container_runtime"),
                            row.getBoolean("looked") ? silent : null,
                            none);
                },
                catalogue.machineVersion(),
                cluster,
                since);
    }
}
