/**
 * Where images are fetched from, and the jobs that look inside them.
 */
@NullMarked
package dev.breakwater.ui.registries;

import org.jspecify.annotations.NullMarked;
