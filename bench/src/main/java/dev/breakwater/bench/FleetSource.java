package dev.breakwater.bench;

import dev.breakwater.bench.fleet.FleetGenerator;
import dev.breakwater.contracts.v1.SourceKind;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.sensor.facts.Declarations;
import dev.breakwater.sensor.facts.Fact;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.facts.KindSight;
import dev.breakwater.sensor.facts.SourceStatus;
import dev.breakwater.sensor.link.Source;
import java.util.EnumMap;
import java.util.Map;

/** An invented fleet as the sensor's link sees it. */
public final class FleetSource implements Source {

    private static final int SPOOL = 20_000;

    private final FactStore facts = new FactStore(SPOOL);
    private final SourceStatus status = new SourceStatus();
    private final Declarations declarations = new Declarations();
    private long bytes;

    /** All objects of the fleet are there from the start. */
    public FleetSource(String cluster, FleetGenerator fleet) {
        fleet.tell(object -> {
            Fact fact = Fact.of(cluster, object);
            bytes += fact.size();
            facts.put(fact);
        });
        Map<ObjectKind, KindSight> sights = new EnumMap<>(ObjectKind.class);
        for (ObjectKind kind : ObjectKind.values()) {
            sights.put(kind, KindSight.SEEN);
        }
        status.report(sights);
    }

    /** Of all objects on the wire. */
    public long bytes() {
        return bytes;
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
        return SourceKind.SOURCE_KIND_LIVE;
    }

    @Override
    public String kubernetesVersion() {
        return "v1.34.2";
    }

    @Override
    public String clusterUid() {
        return "";
    }
}
