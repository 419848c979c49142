package dev.breakwater.central.fleet.internal.link;

import java.util.UUID;

/**
 * Who is at the other end, by its certificate.
 *
 * @param clusterId from the certificate
 * @param cluster the cluster's name
 * @param serial of the certificate
 */
record LinkIdentity(UUID clusterId, String cluster, String serial) {}
