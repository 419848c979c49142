package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.policy.linked.Linked;
import java.time.Instant;

/** One compiled value of a criterion. */
@FunctionalInterface
public interface Condition<E extends Linked> {

    /** Whether the value matches this object at this instant. */
    Answer test(E element, Instant asOf);
}
