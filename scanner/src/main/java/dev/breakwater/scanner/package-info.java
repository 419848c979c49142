/** Looking inside images. What several readers need stands here; the parts have packages of their own. */
@NullMarked
package dev.breakwater.scanner;

import org.jspecify.annotations.NullMarked;
