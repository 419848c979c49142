/**
 * One image: what is inside it, who looked, and where it runs.
 */
@NullMarked
package dev.breakwater.ui.images;

import org.jspecify.annotations.NullMarked;
