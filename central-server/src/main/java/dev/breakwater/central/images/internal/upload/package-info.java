/** What others found in images. */
@NullMarked
package dev.breakwater.central.images.internal.upload;

import org.jspecify.annotations.NullMarked;
