@NullMarked
package dev.breakwater.central.access;

import org.jspecify.annotations.NullMarked;
