/** Feeds on the command line: looked at, fetched, signed, and carried to where there is no way to their publishers. */
@NullMarked
package dev.breakwater.cli.feed;

import org.jspecify.annotations.NullMarked;
