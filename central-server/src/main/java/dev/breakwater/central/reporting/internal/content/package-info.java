/** What stands in a report: a class for each kind. */
@NullMarked
package dev.breakwater.central.reporting.internal.content;

import org.jspecify.annotations.NullMarked;
