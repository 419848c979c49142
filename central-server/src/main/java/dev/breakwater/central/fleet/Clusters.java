package dev.breakwater.central.fleet;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.UUID;
import java.util.function.Consumer;

/** The clusters of the fleet and how they are let in. Only administrators change them; every change is in the audit log. */
public interface Clusters {

    /** Clusters by filter: fields {@code cluster}, {@code environment}, {@code health}; sorted by {@code name}, {@code created}. */
    Page<ClusterRow> list(ListRequest request, AccessScope scope);

    /** Every cluster that matches, one after the other, in one snapshot. */
    void stream(String q, String sort, AccessScope scope, Consumer<ClusterRow> sink);

    /**
     * One cluster.
     *
     * @param nameOrId its name or its id
     * @throws dev.breakwater.central.platform.NotFound if there is none in the scope
     */
    ClusterView get(String nameOrId, AccessScope scope);

    /**
     * A new cluster with a token to enrol its sensor.
     *
     * @param name a DNS label (RFC 1123): lower-case letters, digits and {@code -}, at most 63
     * @param environment at most 63 characters, may be empty
     * @throws dev.breakwater.central.platform.Conflict if the name is taken
     */
    NewCluster create(String name, String environment);

    /** Another token, for a sensor that was lost, or to let a revoked cluster in again. */
    NewCluster newToken(UUID id);

    /** A token that must not be used any more. */
    void revokeToken(UUID id, UUID tokenId);

    /** Cuts a cluster off at once: its stream, its certificates, its tokens. What is known of it stays. */
    void revoke(UUID id);

    /**
     * Cuts a cluster off and forgets everything about it but the audit log.
     *
     * @param name the cluster's name once more, so that the wrong one is not removed
     * @throws dev.breakwater.central.platform.InvalidRequest if it is another name
     */
    void remove(UUID id, String name);
}
