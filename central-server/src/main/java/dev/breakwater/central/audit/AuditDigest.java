package dev.breakwater.central.audit;

/**
 * The entries of a time, in one digest, so that a change of one of them shows.
 *
 * @param entries how many there are
 * @param first number of the first, 0 = there is none
 * @param last number of the last
 * @param sha256 over all of them in the order of their numbers, hexadecimal: each field in UTF-8 as {@code length:bytes,} (a
 *     netstring), {@code -,} for none, in the order of the columns
 */
public record AuditDigest(long entries, long first, long last, String sha256) {}
