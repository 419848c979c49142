/** What reports people defined, and when they are due. */
@NullMarked
package dev.breakwater.central.reporting.internal.definition;

import org.jspecify.annotations.NullMarked;
