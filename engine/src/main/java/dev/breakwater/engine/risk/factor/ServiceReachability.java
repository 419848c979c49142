package dev.breakwater.engine.risk.factor;

import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Exposure.Method;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.risk.FactorId;
import dev.breakwater.engine.risk.Measurement;
import dev.breakwater.engine.risk.Measurement.Contribution;
import dev.breakwater.engine.risk.Measurement.Part;
import dev.breakwater.engine.risk.RiskFactor;
import dev.breakwater.engine.risk.RiskInput;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How far its ports can be reached: 3 points for each that is open to the outside, 2 on a node, 1 within the cluster.
 * Saturates at 10 points, up to 2. Where services cannot be seen, host ports are certain all the same.
 */
public final class ServiceReachability implements RiskFactor {

    private static final Saturation SATURATION = new Saturation(10, 2);

    @Override
    public FactorId id() {
        return FactorId.SERVICE_REACHABILITY;
    }

    @Override
    public Measurement measure(RiskInput input) {
        return Measurement.of(
                switch (input.workload().exposures()) {
                    case Observed.Known<List<Exposure>>(List<Exposure> exposures) ->
                        part(exposures.stream()
                                .filter(e -> points(e.method()) > 0)
                                .map(ServiceReachability::contribution)
                                .toList());
                    case Observed.Unknown<List<Exposure>> unknown -> {
                        List<Contribution> certain = hostPorts(input.workload());
                        yield Part.unknown("", multiplier(certain), certain, unknown.detail());
                    }
                });
    }

    private static Part part(List<Contribution> contributions) {
        if (contributions.isEmpty()) {
            return Part.nothingToSay("", "No port can be reached by a service.");
        }
        String fact =
                contributions.size() + (contributions.size() == 1 ? " port can be reached." : " ports can be reached.");
        return Part.known("", multiplier(contributions), contributions, fact);
    }

    private static double multiplier(List<Contribution> contributions) {
        return SATURATION.multiplierOf(
                contributions.stream().mapToDouble(Contribution::points).sum());
    }

    private static List<Contribution> hostPorts(Workload workload) {
        return workload.containers().stream()
                .flatMap(c -> c.ports().stream())
                .filter(p -> p.hostPort() > 0)
                .map(p -> new Exposure(p.containerPort(), p.protocol(), Method.HOST, List.of()))
                .distinct()
                .map(ServiceReachability::contribution)
                .toList();
    }

    private static Contribution contribution(Exposure exposure) {
        String port = exposure.containerPort() + "/" + exposure.protocol();
        String via = exposure.routes().stream()
                .filter(r -> r.method() == exposure.method())
                .map(Exposure.Route::via)
                .distinct()
                .limit(3)
                .collect(Collectors.joining(", "));
        String text =
                "Port " + port + " can be reached " + reach(exposure.method()) + (via.isEmpty() ? "" : " by " + via);
        return new Contribution("port:" + port, text, null, points(exposure.method()));
    }

    private static String reach(Method method) {
        return switch (method) {
            case EXTERNAL, ROUTE -> "from outside";
            case NODE -> "on every node";
            case HOST -> "on its node";
            case INTERNAL -> "within the cluster";
            case UNSET -> "nowhere";
        };
    }

    private static double points(Method method) {
        return switch (method) {
            case EXTERNAL, ROUTE -> 3;
            case NODE, HOST -> 2;
            case INTERNAL -> 1;
            case UNSET -> 0;
        };
    }
}
