/**
 * The tree of facts that policies are judged over: a workload, its containers with their ports, mounts, variables, packages
 * and vulnerabilities, and its exposures with their routes. Entry: {@link dev.breakwater.engine.policy.linked.LinkedObjects},
 * which lists the children of an element; a list that nobody has seen has one {@code Unseen} child.
 */
@NullMarked
package dev.breakwater.engine.policy.linked;

import org.jspecify.annotations.NullMarked;
