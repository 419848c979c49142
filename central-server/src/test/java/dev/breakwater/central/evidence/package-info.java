/**
 * Evidence on central as a whole, from the link to the violation: every stage, a real PostgreSQL and real sensors' streams.
 * Entry: {@code LinkedCentral}.
 */
@NullMarked
package dev.breakwater.central.evidence;

import org.jspecify.annotations.NullMarked;
