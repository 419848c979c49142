package dev.breakwater.bench.fleet;

import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Tells the objects of a fleet one after the other, in the order of their kinds. */
public final class FleetGenerator {

    private final FleetShape shape;
    private final Names names;
    private final long seed;

    /** @param seed other seeds give other fleets of the same shape */
    public FleetGenerator(FleetShape shape, long seed) {
        this.shape = shape;
        this.names = new Names(shape.namespaces(), shape.nodes(), shape.accounts(), shape.neglected());
        this.seed = seed;
    }

    /** Hands every object to the sink. */
    public void tell(Consumer<ClusterObject> sink) {
        Surroundings surroundings = new Surroundings(names);
        for (int i = 0; i < shape.namespaces(); i++) {
            sink.accept(surroundings.namespace(i));
        }
        for (int i = 0; i < shape.nodes(); i++) {
            sink.accept(surroundings.node(i));
        }
        Grants grants = new Grants(names);
        for (int i = 0; i < shape.accounts(); i++) {
            sink.accept(grants.account(i));
            sink.accept(grants.role(i, random("role", i)));
            sink.accept(grants.binding(i));
        }
        Deployments deployments = new Deployments(names);
        for (int i = 0; i < shape.workloads(); i++) {
            WorkloadSpec deployment = deployments.deployment(i, random("deployment", i));
            sink.accept(deployment);
            for (int pod = 0; pod < shape.podsEach(); pod++) {
                sink.accept(surroundings.pod(deployment, i, pod));
            }
            if (shape.workloadsPerService() > 0 && i % shape.workloadsPerService() == 0) {
                sink.accept(surroundings.service(deployment, random("service", i)));
            }
        }
    }

    private SplittableRandom random(String what, int index) {
        return new SplittableRandom(seed * 31 + what.hashCode() * 1_000_003L + index * 0x9E3779B97F4A7C15L);
    }
}
