package dev.breakwater.engine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a workload was seen doing, as runtime policies judge it. It is no part of the {@link Workload}: it comes from other
 * collectors, more often, and is judged when it comes.
 *
 * @param processes what its containers started
 * @param flows connections that it took part in
 * @param requests requests to the cluster's API that concern it: commands run in its pods, ports forwarded to them
 */
public record Activity(
        Observed<List<ProcessRun>> processes, Observed<List<Flow>> flows, Observed<List<ApiRequest>> requests) {

    /** No collector watches the workload. */
    public static final Activity NOT_WATCHED = new Activity(
            Observed.unknown(UnknownReason.NOT_COLLECTED, "No collector watches what is started here."),
            Observed.unknown(UnknownReason.NOT_COLLECTED, "No collector watches the connections here."),
            Observed.unknown(UnknownReason.NOT_COLLECTED, "No audit log of the cluster arrives."));

    /**
     * One process.
     *
     * @param container the container that it ran in
     * @param name the base name of its program
     * @param path the program
     * @param arguments as given, separated by blanks; what looked secret was taken out
     * @param uid the user id that it ran as
     * @param ancestors the programs that started it, nearest first
     * @param expected whether it belongs to what the container usually does, unknown while that is still being learnt
     * @param files the files that it touched
     */
    public record ProcessRun(
            String container,
            String name,
            String path,
            Text arguments,
            long uid,
            List<String> ancestors,
            Observed<Boolean> expected,
            Observed<List<FileAccess>> files) {

        public ProcessRun {
            ancestors = List.copyOf(ancestors);
        }
    }

    /**
     * One thing done to a file.
     *
     * @param path the path as the process names it
     * @param movedTo where a rename leads, empty for other operations
     */
    public record FileAccess(Operation operation, String path, String movedTo) {

        /** What was done. */
        public enum Operation {
            OPEN,
            CREATE,
            RENAME,
            UNLINK,
            OWNERSHIP_CHANGE,
            PERMISSION_CHANGE,
            XATTR_CHANGE
        }
    }

    /**
     * One connection.
     *
     * @param peer the other end, as people name it: {@code Deployment shop/db}, {@code 203.0.113.7}
     * @param incoming whether the peer opened it
     * @param port the port that was connected to
     * @param expected whether it belongs to the usual traffic, unknown while that is still being learnt
     */
    public record Flow(String peer, boolean incoming, int port, String protocol, Observed<Boolean> expected) {}

    /**
     * One request to the API of the cluster.
     *
     * @param verb as Kubernetes spells it: {@code get}, {@code create} …
     * @param resource the plural, with its sub-resource: {@code secrets}, {@code pods/exec}
     * @param namespace empty for cluster-wide resources
     * @param name the object, empty where the request named none
     * @param impersonated the user that the caller acted as, {@code null} = none
     * @param sources the addresses that it came from
     */
    public record ApiRequest(
            String verb,
            String resource,
            String namespace,
            String name,
            String user,
            @Nullable String impersonated,
            List<String> groups,
            String userAgent,
            List<String> sources) {

        public ApiRequest {
            groups = List.copyOf(groups);
            sources = List.copyOf(sources);
        }
    }
}
