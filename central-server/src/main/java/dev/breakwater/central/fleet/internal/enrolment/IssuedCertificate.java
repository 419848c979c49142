package dev.breakwater.central.fleet.internal.enrolment;

import java.util.UUID;

/**
 * What a sensor gets.
 *
 * @param chain its certificate followed by the authority's, PEM
 */
public record IssuedCertificate(UUID clusterId, String cluster, String chain) {}
