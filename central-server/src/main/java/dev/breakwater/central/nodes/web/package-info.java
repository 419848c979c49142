/** Nodes over REST. */
@NullMarked
package dev.breakwater.central.nodes.web;

import org.jspecify.annotations.NullMarked;
