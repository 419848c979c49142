package dev.breakwater.bench.fleet;

/**
 * How many objects of each kind there are.
 *
 * @param workloads Deployments of two containers each
 * @param podsEach pods of each Deployment
 * @param accounts service accounts; each has one role and one binding
 * @param workloadsPerService one in so many Deployments has a Service, 0 = none
 */
public record FleetShape(
        int namespaces, int nodes, int workloads, int podsEach, int accounts, int workloadsPerService) {

    private static final int LARGE_WORKLOADS = 15_000;

    /** A large cluster: 15,000 Deployments of 5 pods in 1,000 namespaces with 50,000 accounts, or a part of it. */
    public static FleetShape large(int workloads) {
        return new FleetShape(part(1_000, workloads), part(1_000, workloads), workloads, 5, part(50_000, workloads), 3);
    }

    /** The namespaces and Deployments of a large cluster, and nothing else. */
    public static FleetShape deploymentsOnly(int workloads) {
        return new FleetShape(part(1_000, workloads), 0, workloads, 0, 0, 0);
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
