/** Keeps what is told of images. Entry: {@code StoredImageFacts}. */
@NullMarked
package dev.breakwater.central.images.internal;

import org.jspecify.annotations.NullMarked;
