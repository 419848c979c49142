/** Talks to a central over its REST API. Entry: {@link dev.breakwater.cli.central.CentralClient}. */
@NullMarked
package dev.breakwater.cli.central;

import org.jspecify.annotations.NullMarked;
