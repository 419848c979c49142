/** The REST side of notifications. */
@NullMarked
package dev.breakwater.central.notification.web;

import org.jspecify.annotations.NullMarked;
