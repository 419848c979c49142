/**
 * Central's own certificate authority. Entry: {@link dev.breakwater.central.fleet.internal.authority.Authority}; its private key is kept
 * encrypted under the master key.
 */
@NullMarked
package dev.breakwater.central.fleet.internal.authority;

import org.jspecify.annotations.NullMarked;
