package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which secrets a workload uses, and how. */
@Component
class WorkloadSecrets implements NarrowTable {

    private record Use(String secret, String usage) {}

    private final JdbcTemplate jdbc;

    WorkloadSecrets(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void apply(ChangeSet set) {
        List<ObjectChange> changes = set.written(ObjectKind.WORKLOAD);
        List<UUID> changed = changes.stream()
                .filter(change -> !change.isCreated())
                .map(ObjectChange::id)
                .toList();
        if (!changed.isEmpty()) {
            jdbc.update("delete from workload_secrets where workload_id = any(?)", Rows.ids(changed));
        }
        Rows rows = Rows.of("uuid", "text", "text", "text", "uuid");
        for (ObjectChange change : changes) {
            uses(change.object(WorkloadSpec.class).template())
                    .forEach(use -> rows.add(
                            change.id(), change.key().namespace(), use.secret(), use.usage(), set.clusterId()));
        }
        rows.update(
                jdbc,
                "insert into workload_secrets (workload_id, namespace, secret, usage, cluster_id) select u.* from "
                        + rows.unnest() + " u on conflict do nothing");
    }

    private static Set<Use> uses(PodTemplate template) {
        Set<Use> uses = new LinkedHashSet<>();
        template.imagePullSecrets().forEach(name -> uses.add(new Use(name, "PULL")));
        for (Volume volume : template.volumes()) {
            if (volume.type().equals("secret") && !volume.source().isEmpty()) {
                uses.add(new Use(volume.source(), "VOLUME"));
            }
            if (volume.type().equals("projected")) {
                volume.sources().stream()
                        .filter(source -> !source.contains("/") && !source.equals("serviceAccountToken"))
                        .forEach(source -> uses.add(new Use(source, "VOLUME")));
            }
        }
        for (Container container : template.containers()) {
            for (EnvVar env : container.env()) {
                if (env.source() == EnvVar.Source.SECRET_KEY && !env.reference().isEmpty()) {
                    uses.add(new Use(env.reference(), "ENV"));
                }
            }
        }
        return uses;
    }
}
