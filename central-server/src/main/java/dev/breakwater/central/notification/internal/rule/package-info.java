/** Which of what happens is told to whom. */
@NullMarked
package dev.breakwater.central.notification.internal.rule;

import org.jspecify.annotations.NullMarked;
