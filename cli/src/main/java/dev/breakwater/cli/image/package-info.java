/** What a scan shows: what is inside an image and, with feeds, what is wrong with it. */
@NullMarked
package dev.breakwater.cli.image;

import org.jspecify.annotations.NullMarked;
