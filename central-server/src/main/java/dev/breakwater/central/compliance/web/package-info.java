/** Compliance over REST. */
@NullMarked
package dev.breakwater.central.compliance.web;

import org.jspecify.annotations.NullMarked;
