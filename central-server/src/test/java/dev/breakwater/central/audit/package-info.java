@NullMarked
package dev.breakwater.central.audit;

import org.jspecify.annotations.NullMarked;
