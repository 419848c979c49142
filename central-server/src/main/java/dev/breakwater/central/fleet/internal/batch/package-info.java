/**
 * A batch from the wire through the stages into one transaction. Entry:
 * {@link dev.breakwater.central.fleet.internal.batch.BatchReceiver}.
 */
@NullMarked
package dev.breakwater.central.fleet.internal.batch;

import org.jspecify.annotations.NullMarked;
