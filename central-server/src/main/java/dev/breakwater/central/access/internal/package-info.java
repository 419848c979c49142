/** Local accounts, API tokens and the filter chains. Entry: {@code SecurityConfiguration}. */
@NullMarked
package dev.breakwater.central.access.internal;

import org.jspecify.annotations.NullMarked;
