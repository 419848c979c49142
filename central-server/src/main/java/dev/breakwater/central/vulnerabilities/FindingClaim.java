package dev.breakwater.central.vulnerabilities;

import java.time.Instant;

/**
 * That another scanner claims what is found here.
 *
 * @param program its name with its version
 * @param madeAt when it said so
 * @param severityWord its own
 * @param fixedVersion empty = it names none
 */
public record FindingClaim(String program, Instant madeAt, String severityWord, String fixedVersion) {}
