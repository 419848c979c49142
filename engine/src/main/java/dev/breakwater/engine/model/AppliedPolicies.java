package dev.breakwater.engine.model;

import java.util.List;

/**
 * The names of the network policies that select a workload's pods, by the direction that they isolate.
 */
public record AppliedPolicies(List<String> ingress, List<String> egress) {

    public AppliedPolicies {
        ingress = List.copyOf(ingress);
        egress = List.copyOf(egress);
    }
}
