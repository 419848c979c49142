/** What registries hold beside what runs. */
@NullMarked
package dev.breakwater.central.images.internal.watch;

import org.jspecify.annotations.NullMarked;
