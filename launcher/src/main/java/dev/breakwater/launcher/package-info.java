/**
 * The evaluation start: an embedded PostgreSQL, central and a demo sensor, each a process of its own, so that what one
 * evaluates is what one installs. Production carries none of this. Entry: {@link dev.breakwater.launcher.Launcher}.
 */
@NullMarked
package dev.breakwater.launcher;

import org.jspecify.annotations.NullMarked;
