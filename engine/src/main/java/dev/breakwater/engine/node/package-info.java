/** What would be done to a node, and to what runs there. Entry: {@code DrainPlan}. */
@NullMarked
package dev.breakwater.engine.node;

import org.jspecify.annotations.NullMarked;
