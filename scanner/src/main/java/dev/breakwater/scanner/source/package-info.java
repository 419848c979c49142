/** From where images are taken: what a store of manifests and blobs is, files that are one, and how an image is found in it. */
@NullMarked
package dev.breakwater.scanner.source;

import org.jspecify.annotations.NullMarked;
