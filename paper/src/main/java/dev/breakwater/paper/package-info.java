/** Pages that are handed out: one look for the console, the command line and PDF. Entry: {@link dev.breakwater.paper.Paper}. */
@NullMarked
package dev.breakwater.paper;

import org.jspecify.annotations.NullMarked;
