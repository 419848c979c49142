package dev.breakwater.central.detection;

import java.time.Instant;
import java.util.List;

/**
 * Is told which violations opened and which are resolved, within the transaction that makes it so: what a listener writes is
 * there exactly if the change is. An interface of {@code detection}, so that higher capabilities plug in. It must not wait
 * for anything outside of the database.
 *
 * <p>Not told: violations that are silenced or speak again because somebody accepted or excluded them, and those that end or
 * come back since their policy was switched. Nothing changed in the cluster, and whoever did it knows.
 */
public interface ViolationListener {

    /**
     * @param transitions at least one
     * @param at when they changed
     */
    void changed(List<ViolationTransition> transitions, Instant at);
}
