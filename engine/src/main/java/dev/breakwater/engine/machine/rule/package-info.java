/**
 * Rules about machines, read from data and asked of the evidence of one machine. Each answer is one of four: it holds, it fails, it
 * cannot be known from what was looked at, or there is nothing here that it speaks of. Fewer facts never make a rule hold.
 */
@NullMarked
package dev.breakwater.engine.machine.rule;

import org.jspecify.annotations.NullMarked;
