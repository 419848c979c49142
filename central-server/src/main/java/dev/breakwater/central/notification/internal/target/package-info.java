/** Where messages go, and how their secrets are kept. */
@NullMarked
package dev.breakwater.central.notification.internal.target;

import org.jspecify.annotations.NullMarked;
