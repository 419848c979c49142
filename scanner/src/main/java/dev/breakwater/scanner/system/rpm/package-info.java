/**
 * The package databases of rpm: SQLite, ndb and Berkeley DB, each read just far enough to get at the headers of packages (ADR 016).
 * Every reader visits each page once at most, so that no file makes it run on.
 */
@NullMarked
package dev.breakwater.scanner.system.rpm;

import org.jspecify.annotations.NullMarked;
