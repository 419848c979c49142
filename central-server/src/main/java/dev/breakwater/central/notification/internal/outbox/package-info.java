/** From what happens to messages: written with what happened, and gathered. */
@NullMarked
package dev.breakwater.central.notification.internal.outbox;

import org.jspecify.annotations.NullMarked;
