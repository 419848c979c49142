/** Settings and beans of the capability. */
@NullMarked
package dev.breakwater.central.vulnerabilities.internal;

import org.jspecify.annotations.NullMarked;
