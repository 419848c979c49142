/** How profiles are kept. */
@NullMarked
package dev.breakwater.central.profile.internal;

import org.jspecify.annotations.NullMarked;
