package dev.breakwater.bench.policy;

import dev.breakwater.bench.fleet.FleetGenerator;
import dev.breakwater.bench.fleet.FleetShape;
import dev.breakwater.engine.model.AppliedPolicies;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The invented fleet, assembled: what surrounds a workload follows from its place in the list. */
final class JudgedFleet {

    private JudgedFleet() {}

    static List<Workload> of(int workloads) {
        List<Workload> fleet = new ArrayList<>();
        new FleetGenerator(FleetShape.deploymentsOnly(workloads), 7).tell(object -> {
            if (object instanceof WorkloadSpec spec) {
                fleet.add(workload(spec, fleet.size()));
            }
        });
        return List.copyOf(fleet);
    }

    private static Workload workload(WorkloadSpec spec, int index) {
        Exposure.Method method = index % 20 == 0
                ? Exposure.Method.EXTERNAL
                : index % 20 == 1 ? Exposure.Method.NODE : Exposure.Method.INTERNAL;
        Exposure exposure = new Exposure(
                8_080,
                "TCP",
                method,
                List.of(new Exposure.Route(method, "Service web", 80, index % 20 == 1 ? 30_080 : 0)));
        Grants.Level level = index % 50 == 0 ? Grants.Level.CLUSTER_ADMIN : Grants.Level.NONE;
        return new Workload(
                spec.key().idIn("bench"),
                "bench",
                spec,
                Observed.known(Map.of("team", "team-1")),
                Observed.known(List.of(exposure)),
                Observed.known(new Grants(level, List.of())),
                Observed.known(new AppliedPolicies(index % 3 == 0 ? List.of("in") : List.of(), List.of())),
                Observed.known(spec.template().automountToken() == null),
                Map.of(),
                Observed.unknown(UnknownReason.NOT_COLLECTED, ""));
    }
}
