/**
 * What mends a violation in the workload's own manifest, as a changed object and a unified diff. Entry: {@code ManifestFixer}.
 */
@NullMarked
package dev.breakwater.engine.fix;

import org.jspecify.annotations.NullMarked;
