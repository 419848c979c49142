/**
 * What is read on a machine by node mode, as typed evidence: processes, files with owner and mode, kernel parameters, mounts,
 * accounts, units, packages. Pure facts with the time and the collector they come from; the judgement is made elsewhere.
 */
@NullMarked
package dev.breakwater.engine.machine;

import org.jspecify.annotations.NullMarked;
