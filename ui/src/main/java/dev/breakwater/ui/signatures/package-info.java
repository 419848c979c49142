/**
 * Whose signatures on images count, and what came of looking for them.
 */
@NullMarked
package dev.breakwater.ui.signatures;

import org.jspecify.annotations.NullMarked;
