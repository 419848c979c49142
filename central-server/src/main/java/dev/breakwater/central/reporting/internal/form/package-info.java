/** How reports are written: a class for each form. */
@NullMarked
package dev.breakwater.central.reporting.internal.form;

import org.jspecify.annotations.NullMarked;
