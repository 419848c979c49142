/**
 * Tells people and programs what happened: violations that opened or are resolved, clusters that say nothing, certificates that
 * end. What is to be told is written in the transaction in which it happens ({@code internal.outbox}), gathered into few
 * messages, and sent afterwards, at least once ({@code internal.send}; docs/adr/013). Everything of it is for administrators:
 * messages tell of every cluster.
 */
@NullMarked
@ApplicationModule(displayName = "Notifications")
package dev.breakwater.central.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
