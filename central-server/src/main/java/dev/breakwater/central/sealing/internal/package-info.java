/** How keys are kept, manifests signed and days closed. */
@NullMarked
package dev.breakwater.central.sealing.internal;

import org.jspecify.annotations.NullMarked;
