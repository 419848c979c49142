package dev.breakwater.central.fleet;

import dev.breakwater.engine.model.ObjectMeta;
import java.sql.Timestamp;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores what comes in the one table that the fleet reads, and does what a test asks of it on the way. */
@Order(BatchStage.STORE)
final class ScriptedStage implements BatchStage {

    final List<ReceivedBatch> batches = new CopyOnWriteArrayList<>();
    volatile Consumer<ReceivedBatch> before = batch -> {};
    volatile Consumer<ReceivedBatch> after = batch -> {};
    JdbcClient jdbc;

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public void apply(ReceivedBatch batch) {
        before.accept(batch);
        batches.add(batch);
        for (ReceivedObject object : batch.upserts()) {
            store(batch, object);
        }
        for (UUID removal : batch.removals()) {
            jdbc.sql("delete from cluster_objects where id = :id")
                    .param("id", removal)
                    .update();
        }
        after.accept(batch);
    }

    private void store(ReceivedBatch batch, ReceivedObject object) {
        ObjectMeta meta = object.object().meta();
        jdbc.sql("""
                insert into cluster_objects (id, cluster_id, kind, kind_name, namespace, name, fingerprint, document,
                    first_seen_at, changed_at, revision)
                values (:id, :cluster, :kind, :kindName, :namespace, :name, :fingerprint, :document, :now, :now, 1)
                on conflict (id) do update set fingerprint = excluded.fingerprint, document = excluded.document,
                    changed_at = excluded.changed_at, revision = cluster_objects.revision + 1
                where cluster_objects.fingerprint <> excluded.fingerprint
                """)
                .param("id", object.id())
                .param("cluster", batch.clusterId())
                .param("kind", object.object().kind().ordinal())
                .param("kindName", object.object().kindName())
                .param("namespace", meta.namespace())
                .param("name", meta.name())
                .param("fingerprint", object.fingerprint())
                .param("document", object.encoded())
                .param("now", Timestamp.from(batch.receivedAt()))
                .update();
    }
}
