/** The command {@code bwctl}: the engine's verdicts in a pipeline. Entry: {@link dev.breakwater.cli.Bwctl}. */
@NullMarked
package dev.breakwater.cli;

import org.jspecify.annotations.NullMarked;
