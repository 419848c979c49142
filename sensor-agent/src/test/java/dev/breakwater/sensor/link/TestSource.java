package dev.breakwater.sensor.link;

import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.contracts.v1.SourceKind;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.sensor.facts.Declarations;
import dev.breakwater.sensor.facts.Fact;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.facts.KindSight;
import dev.breakwater.sensor.facts.SourceStatus;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A source whose facts the test sets. */
final class TestSource implements Source {

    final FactStore facts;
    final SourceStatus status = new SourceStatus();
    final Declarations declarations = new Declarations();

    TestSource(int spool) {
        facts = new FactStore(spool);
    }

    static Fact namespace(String name, String label) {
        ObjectMeta meta = new ObjectMeta("", name, "", Map.of("label", label), Map.of(), null);
        return Fact.of("c1", new Namespace(meta));
    }

    static Fact account(String name) {
        return Fact.of("c1", new ServiceAccount(ObjectMeta.of("shop", name), null, List.of(), List.of()));
    }

    void seesAllBut(ObjectKind... unseen) {
        Map<ObjectKind, KindSight> sights = new EnumMap<>(ObjectKind.class);
        for (ObjectKind kind : ObjectKind.values()) {
            sights.put(kind, KindSight.SEEN);
        }
        for (ObjectKind kind : unseen) {
            sights.put(kind, new KindSight(Sight.SIGHT_FORBIDDEN, "not allowed"));
        }
        status.report(sights);
    }

    @Override
    public FactStore facts() {
        return facts;
    }

    @Override
    public SourceStatus status() {
        return status;
    }

    @Override
    public Declarations declarations() {
        return declarations;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.SOURCE_KIND_FOLDER;
    }

    @Override
    public String kubernetesVersion() {
        return "";
    }

    @Override
    public String clusterUid() {
        return "";
    }
}
