package dev.breakwater.bench.fleet;

/**
 * How many objects of each kind there are.
 *
 * @param workloads Deployments of two containers each
 * @param podsEach pods of each Deployment
 * @param accounts service accounts; each has one role and one binding
 * @param workloadsPerService one in so many Deployments has a Service, 0 = none
 * @param neglected most containers lack what they should have, and a few namespaces hold most of the workloads
 */
public record FleetShape(
        int namespaces,
        int nodes,
        int workloads,
        int podsEach,
        int accounts,
        int workloadsPerService,
        boolean neglected) {

    private static final int LARGE_WORKLOADS = 15_000;

    /** A large cluster: 15,000 Deployments of 5 pods in 1,000 namespaces with 50,000 accounts, or a part of it. */
    public static FleetShape large(int workloads) {
        return new FleetShape(
                part(1_000, workloads), part(1_000, workloads), workloads, 5, part(50_000, workloads), 3, false);
    }

    /** The namespaces and Deployments of a large cluster, and nothing else. */
    public static FleetShape deploymentsOnly(int workloads) {
        return new FleetShape(part(1_000, workloads), 0, workloads, 0, 0, 0, false);
    }

    /** A cluster of which a large fleet is copied: as people left it, with about ten violations a workload. */
    public static FleetShape neglected(int workloads) {
        return new FleetShape(
                Math.max(1, workloads / 80),
                Math.max(1, workloads / 40),
                workloads,
                2,
                Math.max(1, workloads / 4),
                3,
                true);
    }

    /** All objects of the fleet. */
    public int objects() {
        int services = workloadsPerService == 0 ? 0 : (workloads + workloadsPerService - 1) / workloadsPerService;
        return namespaces + nodes + workloads * (1 + podsEach) + accounts * 3 + services;
    }

    private static int part(int of, int workloads) {
        return Math.max(1, (int) ((long) of * workloads / LARGE_WORKLOADS));
    }
}
