/**
 * Central: what it knows and does. One package a capability; its root is the API, {@code internal} the rest, {@code web}
 * the REST controllers. A lower capability never sees a higher one (see docs/adr/001).
 */
@NullMarked
package dev.breakwater.central;

import org.jspecify.annotations.NullMarked;
