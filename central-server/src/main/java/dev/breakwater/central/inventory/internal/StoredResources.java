package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.ClusterResources;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.engine.assembly.Neighbours;
import dev.breakwater.engine.assembly.ResourceAssembler;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.UnknownReason;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

@Component
class StoredResources implements ClusterResources {

    private static final List<Integer> NUMBERS =
            KINDS.stream().map(ObjectKind::ordinal).sorted().toList();

    private final JdbcTemplate jdbc;

    StoredResources(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String mark(UUID clusterId) {
        return Objects.requireNonNull(
                jdbc.queryForObject("""
                select count(*) || '/' || coalesce(max(revision), 0) || '/' || coalesce((
                    select coalesce(string_agg(kind || sight, ',' order by kind), '') from cluster_coverage where cluster_id = ?), '')
                from cluster_objects where cluster_id = ? and kind = any(?)
                """, String.class, clusterId, clusterId, Rows.array("int2", NUMBERS)));
    }

    private record Kept(UUID id, ClusterObject object) {}

    @Override
    public Answer of(UUID clusterId) {
        Set<ObjectKind> unseen = unseen(clusterId);
        List<Kept> kept = jdbc.query(
                "select id, document from cluster_objects where cluster_id = ? and kind = any(?) limit ?",
                (row, number) -> new Kept(Sql.uuid(row, "id"), Documents.read(row.getBytes("document"))),
                clusterId,
                Rows.array("int2", NUMBERS),
                MOST + 1);
        ResourceAssembler assembler = new ResourceAssembler(neighbours(kept, unseen));
        List<Seen> seen = new ArrayList<>();
        kept.stream().limit(MOST).forEach(one -> seen.add(new Seen(one.id(), assembler.assemble(one.object()))));
        return new Answer(seen, unseen, kept.size() <= MOST);
    }

    private static Neighbours neighbours(List<Kept> kept, Set<ObjectKind> unseen) {
        List<Role> roles = kept.stream()
                .map(Kept::object)
                .filter(Role.class::isInstance)
                .map(Role.class::cast)
                .toList();
        return new Neighbours(
                "",
                unseen.contains(ObjectKind.ROLE)
                        ? Observed.unknown(UnknownReason.NOT_COLLECTED, "The sensor does not see roles.")
                        : Observed.known(roles),
                notAsked(),
                notAsked());
    }

    private static <T> Observed<T> notAsked() {
        return Observed.unknown(UnknownReason.NOT_COLLECTED, "This is not asked of roles, bindings and accounts.");
    }

    private Set<ObjectKind> unseen(UUID clusterId) {
        List<String> seen = jdbc.queryForList(
                "select kind from cluster_coverage where cluster_id = ? and sight = 'SEEN'", String.class, clusterId);
        Set<ObjectKind> unseen = EnumSet.copyOf(KINDS);
        unseen.removeIf(kind -> seen.contains(kind.name()));
        return unseen;
    }
}
