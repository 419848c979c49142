/**
 * What the tests of all capabilities share. Entry: {@link dev.breakwater.central.testing.CentralDatabase}, a real PostgreSQL
 * with the real schema.
 */
@NullMarked
package dev.breakwater.central.testing;

import org.jspecify.annotations.NullMarked;
