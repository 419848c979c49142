/** How nodes and their evidence are kept. */
@NullMarked
package dev.breakwater.central.nodes.internal;

import org.jspecify.annotations.NullMarked;
