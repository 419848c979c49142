/** What a check found, and the formats in which it is written. */
@NullMarked
package dev.breakwater.cli.report;

import org.jspecify.annotations.NullMarked;
