@NullMarked
package dev.breakwater.central.system;

import org.jspecify.annotations.NullMarked;
