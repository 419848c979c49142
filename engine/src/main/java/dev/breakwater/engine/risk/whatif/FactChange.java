package dev.breakwater.engine.risk.whatif;

import java.time.Instant;

/** A change to what objects in the cluster say. */
public sealed interface FactChange extends Change permits ContainerChange, PodChange, SurroundingsChange, ImageChange {

    /**
     * The facts after the change. A change of something that is not there, or that was not seen, changes nothing.
     *
     * @param asOf when it is made
     */
    Facts apply(Facts facts, Instant asOf);
}
