package dev.breakwater.central.images;

import dev.breakwater.central.images.Scan.State;
import dev.breakwater.central.images.Scan.Via;
import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of scans. */
@Configuration(proxyBeanMethods = false)
class ScanLists {

    private static final String SCOPE = "{scope}";
    private static final String NEVER = "'-infinity'";

    /** A scan is seen by who sees a workload that runs its image; one of an image that nobody runs by who sees everything. */
    @Bean
    ListDefinition<Scan> scanList() {
        Map<String, String> states = new LinkedHashMap<>();
        for (State state : State.values()) {
            states.put(state.name().toLowerCase(Locale.ROOT), state.name());
        }
        Map<String, String> vias = new LinkedHashMap<>();
        for (Via via : Via.values()) {
            vias.put(via.name().toLowerCase(Locale.ROOT), via.name());
        }
        return ListDefinition.<Scan>of("scans")
                .select("j.*, u.workloads, coalesce(c.name, '') as cluster_name")
                .from(from("join workloads w on w.id = wi.workload_id", " and " + SCOPE) + " and u.workloads > 0")
                .fromEverything(from("", ""))
                .scopesInside(SCOPE, "w.cluster_id", "w.namespace")
                .id("j.id", KeyType.ID)
                .term(Conditions.words("state", "queued, running, done, failed or cancelled", "j.state", states))
                .term(Conditions.text("image", "name by which it is fetched, * for any text", "j.reference"))
                .term(Conditions.text("digest", "digest", "coalesce(j.digest, '')"))
                .term(Conditions.text("registry", "registry", "j.registry"))
                .term(Conditions.text("reason", "why the last try failed, such as not_found", "j.reason"))
                .term(Conditions.words("via", "who looks: central or sensor", "j.via", vias))
                .term(Conditions.age("age", "since it was asked for", "j.created_at"))
                .searches("j.reference")
                .searches("j.last_error")
                .sort("createdAt", "j.created_at", KeyType.INSTANT)
                .sort("finishedAt", "coalesce(j.finished_at, " + NEVER + ")", KeyType.INSTANT)
                .sort("image", "j.reference", KeyType.TEXT)
                .sort("state", "j.state", KeyType.TEXT)
                .sort("workloads", "u.workloads", KeyType.WHOLE)
                .defaultSort("-createdAt")
                .row(ScanLists::read);
    }

    private static String from(String join, String condition) {
        return """
                scan_jobs j left join clusters c on c.id = j.cluster_id
                join lateral (select count(distinct wi.workload_id) as workloads
                    from images i join workload_images wi on wi.image_id = i.id %s
                    where (i.digest = j.digest or i.id = j.image_id)%s) u on true""".formatted(join, condition);
    }

    private static Scan read(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        return new Scan(
                Sql.uuid(row, "id"),
                row.getString("reference"),
                row.getString("digest"),
                row.getString("registry"),
                row.getString("platform"),
                Via.valueOf(row.getString("via")),
                row.getString("cluster_name"),
                state,
                row.getString("cause"),
                row.getString("requested_by"),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getString("last_error"),
                row.getInt("layers_done"),
                row.getInt("layers"),
                row.getLong("bytes"),
                Sql.instant(row, "created_at"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "finished_at"),
                state == State.QUEUED ? Sql.instant(row, "next_at") : null,
                row.getLong("workloads"));
    }
}
