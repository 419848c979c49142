/** What a look at a machine means by a standard, for people and for pipelines. */
@NullMarked
package dev.breakwater.cli.machine;

import org.jspecify.annotations.NullMarked;
