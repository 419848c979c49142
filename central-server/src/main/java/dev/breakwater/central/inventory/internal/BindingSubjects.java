package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.RoleBinding;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The inverted index of RBAC: which bindings name a subject. */
@Component
class BindingSubjects implements NarrowTable {

    private final JdbcTemplate jdbc;

    BindingSubjects(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Rows of bindings that are gone go with their object. */
    @Override
    public void apply(ChangeSet set) {
        List<ObjectChange> changes = set.written(ObjectKind.ROLE_BINDING);
        List<UUID> changed = changes.stream()
                .filter(change -> !change.isCreated())
                .map(ObjectChange::id)
                .toList();
        if (!changed.isEmpty()) {
            jdbc.update("delete from binding_subjects where binding_id = any(?)", Rows.ids(changed));
        }
        Rows rows = Rows.of("uuid", "uuid", "text", "uuid");
        for (ObjectChange change : changes) {
            RoleBinding binding = change.object(RoleBinding.class);
            UUID role = roleId(binding, set.cluster());
            Set<String> subjects = new LinkedHashSet<>();
            binding.subjects().forEach(subject -> subjects.add(Subjects.of(subject)));
            subjects.forEach(subject -> rows.add(change.id(), set.clusterId(), subject, role));
        }
        rows.update(
                jdbc,
                "insert into binding_subjects (binding_id, cluster_id, subject, role_id) select u.* from "
                        + rows.unnest() + " u on conflict do nothing");
    }

    private static UUID roleId(RoleBinding binding, String cluster) {
        boolean everywhere = binding.roleKind().equals("ClusterRole");
        return new ObjectKey(
                        ObjectKind.ROLE,
                        everywhere ? "ClusterRole" : "Role",
                        everywhere ? "" : binding.meta().namespace(),
                        binding.roleName())
                .idIn(cluster);
    }
}
