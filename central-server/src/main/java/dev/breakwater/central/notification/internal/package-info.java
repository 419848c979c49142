/** Settings of notifications, and what of them is kept how long. */
@NullMarked
package dev.breakwater.central.notification.internal;

import org.jspecify.annotations.NullMarked;
