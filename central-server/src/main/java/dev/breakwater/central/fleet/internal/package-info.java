/**
 * How the fleet is kept: the clusters' records, their settings and what they are shown as. Entry: {@code StoredClusters}; the link, the
 * authority, enrolment and batches are packages of their own below.
 */
@NullMarked
package dev.breakwater.central.fleet.internal;

import org.jspecify.annotations.NullMarked;
