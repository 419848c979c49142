/**
 * Folders of manifests as a source. Entry: {@link dev.breakwater.sensor.watch.folder.FolderSource}. Files are hostile: sizes,
 * depths and numbers are bounded, links out of the folder are not followed, and a broken document is told by file and line
 * while the others count.
 */
@NullMarked
package dev.breakwater.sensor.watch.folder;

import org.jspecify.annotations.NullMarked;
