/** Policies as they are written in files: read, checked and tried. Entry: {@link dev.breakwater.cli.policy.PolicyFolder}. */
@NullMarked
package dev.breakwater.cli.policy;

import org.jspecify.annotations.NullMarked;
