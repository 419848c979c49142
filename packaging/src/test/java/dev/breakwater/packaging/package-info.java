/**
 * The charts in {@code helm/}, linted and rendered by a real Helm with the values of their {@code ci/} folders, and what comes out of
 * them held to what the documentation promises. Entry: {@link dev.breakwater.packaging.Chart}.
 */
@NullMarked
package dev.breakwater.packaging;

import org.jspecify.annotations.NullMarked;
