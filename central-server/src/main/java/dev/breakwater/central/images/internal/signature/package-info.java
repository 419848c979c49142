/** Signatures of images: whom people trust, what registries hold, and what comes of verifying it. */
@NullMarked
package dev.breakwater.central.images.internal.signature;

import org.jspecify.annotations.NullMarked;
