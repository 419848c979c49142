/**
 * Every change through a service, with who, what, before and after; written in the transaction of the change.
 */
@NullMarked
@ApplicationModule(displayName = "Audit")
package dev.breakwater.central.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
