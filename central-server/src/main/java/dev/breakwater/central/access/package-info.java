/**
 * Who may do what: people, roles, API tokens, and the scope that every query takes.
 */
@NullMarked
@ApplicationModule(displayName = "Access")
package dev.breakwater.central.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
