/** The page of a node. */
@NullMarked
package dev.breakwater.ui.nodes;

import org.jspecify.annotations.NullMarked;
