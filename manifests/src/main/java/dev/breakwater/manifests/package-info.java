/**
 * Folders of manifests: which files count, the objects in each with their lines, and what cannot be read by name and line.
 * Shared by the sensor, which streams a folder, and the command line, which judges one, so that both see the same.
 */
@NullMarked
package dev.breakwater.manifests;

import org.jspecify.annotations.NullMarked;
