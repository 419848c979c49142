package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.ClusterGrants;
import dev.breakwater.central.inventory.SecretRow;
import dev.breakwater.central.inventory.ServiceAccountRow;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.assembly.BoundGrants;
import dev.breakwater.engine.assembly.BoundGrants.Bound;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Grants.Grant;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** Reads bindings and their roles as they are kept, and joins them in memory; bounded, since a cluster can have very many. */
@Service
class StoredGrants implements ClusterGrants {

    private static final int MOST_BINDINGS = 5_000;

    private final JdbcTemplate jdbc;
    private final Lists lists;
    private final ListDefinition<SecretRow> secrets;
    private final ListDefinition<ServiceAccountRow> accounts;

    StoredGrants(
            JdbcTemplate jdbc,
            Lists lists,
            ListDefinition<SecretRow> secrets,
            ListDefinition<ServiceAccountRow> accounts) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.secrets = secrets;
        this.accounts = accounts;
    }

    @Override
    public Answer readersOfSecret(UUID id, AccessScope scope) {
        SecretRow secret = lists.byId(secrets, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("secret", id.toString()));
        List<UUID> bindings = jdbc.queryForList(
                "select id from cluster_objects where cluster_id = ? and kind = ? and namespace in ('', ?) order by id limit "
                        + (MOST_BINDINGS + 1),
                UUID.class,
                secret.clusterId(),
                ObjectKind.ROLE_BINDING.ordinal(),
                secret.namespace());
        return answer(
                secret.clusterId(), bindings, grant -> BoundGrants.readsSecret(grant, secret.name()), subject -> true);
    }

    @Override
    public Answer ofServiceAccount(UUID id, AccessScope scope) {
        ServiceAccountRow account = lists.byId(accounts, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("service account", id.toString()));
        List<String> subjects = Subjects.ofAccount(account.namespace(), account.name());
        List<UUID> bindings = jdbc.queryForList(
                "select distinct binding_id from binding_subjects where cluster_id = ? and subject = any(?) order by 1 limit "
                        + (MOST_BINDINGS + 1),
                UUID.class,
                account.clusterId(),
                Rows.array("text", subjects));
        return answer(account.clusterId(), bindings, grant -> true, subject -> subjects.contains(Subjects.of(subject)));
    }

    private Answer answer(
            UUID cluster, List<UUID> bindingIds, Predicate<Grant> wanted, Predicate<RoleBinding.Subject> who) {
        String unknown = unseen(cluster);
        if (!unknown.isEmpty()) {
            return new Answer(unknown, List.of(), false);
        }
        List<UUID> read = bindingIds.stream().limit(MOST_BINDINGS).toList();
        List<RoleBinding> bindings = objects("select document from cluster_objects where id = any(?)", read).stream()
                .map(RoleBinding.class::cast)
                .toList();
        List<Role> roles = objects("""
                select document from cluster_objects where id in
                    (select role_id from binding_subjects where binding_id = any(?))
                """, read).stream().map(Role.class::cast).toList();
        List<GrantRow> rows = BoundGrants.of(bindings, roles, wanted).stream()
                .filter(bound -> who.test(bound.subject()))
                .map(StoredGrants::row)
                .distinct()
                .limit(MOST + 1L)
                .toList();
        boolean complete = bindingIds.size() <= MOST_BINDINGS && rows.size() <= MOST;
        return new Answer("", rows.stream().limit(MOST).toList(), complete);
    }

    private List<ClusterObject> objects(String sql, List<UUID> ids) {
        return jdbc.query(sql, (row, number) -> Documents.read(row.getBytes("document")), Rows.ids(ids));
    }

    /** Why roles or bindings are not seen; empty = they are. */
    private String unseen(UUID cluster) {
        List<String> seen = jdbc.queryForList(
                "select kind from cluster_coverage where cluster_id = ? and sight = 'SEEN'", String.class, cluster);
        for (ObjectKind kind : List.of(ObjectKind.ROLE_BINDING, ObjectKind.ROLE)) {
            if (!seen.contains(kind.name())) {
                return "The sensor does not see " + (kind == ObjectKind.ROLE ? "roles" : "role bindings")
                        + " of this cluster.";
            }
        }
        return "";
    }

    private static GrantRow row(Bound bound) {
        Grant grant = bound.grant();
        RoleBinding.Subject subject = bound.subject();
        String name = subject.namespace().isEmpty() ? subject.name() : subject.namespace() + "/" + subject.name();
        return new GrantRow(
                subject.kind() + " " + name,
                grant.binding(),
                grant.role(),
                grant.namespace(),
                grant.rule().verbs(),
                grant.rule().resources(),
                grant.rule().resourceNames());
    }
}
