package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Exposure;

/** The words for exposures. */
final class Exposures {

    private Exposures() {}

    static String port(Exposure exposure) {
        return "port " + exposure.containerPort() + "/" + exposure.protocol();
    }

    /** What leads there first, in place of a path: an exposure is joined from several objects. */
    static String via(Exposure exposure) {
        return exposure.routes().isEmpty()
                ? "ports"
                : exposure.routes().getFirst().via();
    }

    static String reach(Exposure exposure) {
        String how = switch (exposure.method()) {
            case UNSET -> "is not led to by any service";
            case INTERNAL -> "can be reached within the cluster";
            case HOST -> "can be reached on the address of its node";
            case NODE -> "can be reached on every node";
            case ROUTE, EXTERNAL -> "can be reached from outside of the cluster";
        };
        return "The workload's " + port(exposure) + " " + how
                + (exposure.routes().isEmpty() ? "." : " by " + via(exposure) + ".");
    }
}
