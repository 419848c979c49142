/** The pages of notifications: who is told of what, and what became of it. */
@NullMarked
package dev.breakwater.ui.notifications;

import org.jspecify.annotations.NullMarked;
