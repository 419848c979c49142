@NullMarked
package dev.breakwater.central.platform;

import org.jspecify.annotations.NullMarked;
