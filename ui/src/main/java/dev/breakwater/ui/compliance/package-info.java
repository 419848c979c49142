/**
 * Whether clusters meet standards, down to the value that was found.
 */
@NullMarked
package dev.breakwater.ui.compliance;

import org.jspecify.annotations.NullMarked;
