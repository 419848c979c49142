/** The audit log over REST. */
@NullMarked
package dev.breakwater.central.audit.web;

import org.jspecify.annotations.NullMarked;
