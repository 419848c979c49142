/**
 * What can be seen, what cannot, and what could not be judged.
 */
@NullMarked
package dev.breakwater.ui.coverage;

import org.jspecify.annotations.NullMarked;
