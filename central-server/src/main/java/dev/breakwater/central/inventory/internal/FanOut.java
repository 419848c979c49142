package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.inventory.JudgementDue.Account;
import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.RoleBinding;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Marks the workloads that a changed object reaches, through inverted indexes. Costs one query while a cluster has no
 * workloads yet: a first sync sends what others depend on before the workloads.
 */
@Component
class FanOut {

    private final JdbcTemplate jdbc;
    private final JudgementDue due;
    private final LabelReach labels;

    FanOut(JdbcTemplate jdbc, JudgementDue due, LabelReach labels) {
        this.jdbc = jdbc;
        this.due = due;
        this.labels = labels;
    }

    /**
     * @param otherImages workloads whose pods run something else now
     */
    void mark(ChangeSet set, Set<UUID> otherImages) {
        boolean onlyWorkloads = set.changes().stream().allMatch(change -> change.kind() == ObjectKind.WORKLOAD);
        if (onlyWorkloads || !hasWorkloads(set.clusterId())) {
            return;
        }
        markNamespaces(set);
        markAccounts(set);
        Map<UUID, String> causes = new HashMap<>(labels.reached(set));
        otherImages.forEach(id -> causes.putIfAbsent(id, "its pods run another image now"));
        due.mark(causes);
    }

    private boolean hasWorkloads(UUID clusterId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from workloads where cluster_id = ?)", Boolean.class, clusterId));
    }

    private void markNamespaces(ChangeSet set) {
        Map<String, String> causes = new HashMap<>();
        set.of(ObjectKind.NAMESPACE).forEach(change -> causes.put(change.key().name(), change.words()));
        due.markNamespaces(set.clusterId(), causes);
    }

    private void markAccounts(ChangeSet set) {
        Map<String, String> subjects = new HashMap<>();
        set.of(ObjectKind.ROLE_BINDING)
                .forEach(change -> subjectsOf(change).forEach(subject -> subjects.put(subject, change.words())));
        subjects.putAll(subjectsOfRoles(set));
        if (subjects.containsKey(Subjects.ALL_ACCOUNTS) || subjects.containsKey(Subjects.AUTHENTICATED)) {
            String cause = subjects.getOrDefault(Subjects.ALL_ACCOUNTS, subjects.get(Subjects.AUTHENTICATED));
            due.markCluster(set.clusterId(), cause);
            return;
        }
        Map<String, String> namespaces = new HashMap<>();
        Map<Account, String> accounts = new HashMap<>();
        subjects.forEach((subject, cause) -> {
            if (subject.startsWith(Subjects.ACCOUNTS_OF)) {
                namespaces.put(subject.substring(Subjects.ACCOUNTS_OF.length()), cause);
            } else if (subject.startsWith(Subjects.ACCOUNT)) {
                String[] parts = subject.substring(Subjects.ACCOUNT.length()).split("/", 2);
                accounts.put(new Account(parts[0], parts[1]), cause);
            }
        });
        set.of(ObjectKind.SERVICE_ACCOUNT)
                .forEach(change -> accounts.put(
                        new Account(change.key().namespace(), change.key().name()), change.words()));
        due.markNamespaces(set.clusterId(), namespaces);
        due.markAccounts(set.clusterId(), accounts);
    }

    /** Whom a binding names now, and whom it named before. */
    private static Set<String> subjectsOf(ObjectChange change) {
        Set<String> subjects = new LinkedHashSet<>();
        ClusterObject now = change.now() == null ? null : change.now().object();
        for (ClusterObject state : new ClusterObject[] {now, change.before()}) {
            if (state instanceof RoleBinding binding) {
                binding.subjects().forEach(subject -> subjects.add(Subjects.of(subject)));
            }
        }
        return subjects;
    }

    private Map<String, String> subjectsOfRoles(ChangeSet set) {
        Map<UUID, String> roles = new HashMap<>();
        set.of(ObjectKind.ROLE).forEach(change -> roles.put(change.id(), change.words()));
        Map<String, String> subjects = new HashMap<>();
        if (!roles.isEmpty()) {
            List<UUID> ids = List.copyOf(roles.keySet());
            jdbc.query(
                    "select distinct subject, role_id from binding_subjects where role_id = any(?) and cluster_id = ?",
                    row -> {
                        subjects.put(row.getString(1), roles.get(row.getObject(2, UUID.class)));
                    },
                    Rows.ids(ids),
                    set.clusterId());
        }
        return subjects;
    }
}
