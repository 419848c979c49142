/**
 * Manifests judged before they run, and the report of it: what the command line and central share, so that both say the same.
 */
@NullMarked
package dev.breakwater.manifests.check;

import org.jspecify.annotations.NullMarked;
