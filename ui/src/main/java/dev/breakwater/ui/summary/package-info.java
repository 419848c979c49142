/**
 * The page for those who decide, on screen, on paper and as PDF.
 */
@NullMarked
package dev.breakwater.ui.summary;

import org.jspecify.annotations.NullMarked;
