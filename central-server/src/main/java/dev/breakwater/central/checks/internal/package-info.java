@NullMarked
package dev.breakwater.central.checks.internal;

import org.jspecify.annotations.NullMarked;
