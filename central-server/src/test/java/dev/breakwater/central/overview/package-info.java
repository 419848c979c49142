@NullMarked
package dev.breakwater.central.overview;

import org.jspecify.annotations.NullMarked;
