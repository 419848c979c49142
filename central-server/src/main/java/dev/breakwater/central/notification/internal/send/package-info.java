/** From messages to their receivers, and what became of them. */
@NullMarked
package dev.breakwater.central.notification.internal.send;

import org.jspecify.annotations.NullMarked;
