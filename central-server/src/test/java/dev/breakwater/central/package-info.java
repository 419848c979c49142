@NullMarked
package dev.breakwater.central;

import org.jspecify.annotations.NullMarked;
