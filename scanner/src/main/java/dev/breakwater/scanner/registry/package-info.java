/**
 * Registries by the OCI distribution API. The client is our own and small, because what it talks to is not trusted: every answer is
 * bounded, every wait ends, nothing of the machine's own configuration is read, and credentials go nowhere but where they belong.
 */
@NullMarked
package dev.breakwater.scanner.registry;

import org.jspecify.annotations.NullMarked;
