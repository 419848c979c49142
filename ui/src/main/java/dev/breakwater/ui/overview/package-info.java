/**
 * What is wrong now, what to fix first, and what cannot be seen: the first page.
 */
@NullMarked
package dev.breakwater.ui.overview;

import org.jspecify.annotations.NullMarked;
