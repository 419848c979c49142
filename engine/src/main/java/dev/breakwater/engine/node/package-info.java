/** What can be done to a node, and what that would do to what runs there. Entry: {@code DrainPlan}. */
@NullMarked
package dev.breakwater.engine.node;

import org.jspecify.annotations.NullMarked;
