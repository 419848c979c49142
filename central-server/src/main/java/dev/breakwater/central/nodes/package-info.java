/**
 * The machines behind the nodes: what a look at them found, and what became of them. Entry: {@code NodeEvidence} and
 * {@code Nodes}.
 */
@NullMarked
@ApplicationModule(displayName = "Nodes")
package dev.breakwater.central.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
