package dev.breakwater.central.compliance;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.UUID;

/**
 * What people decide of objects that fail: one asks, another decides, and it ends by itself. What is excepted is counted apart; it
 * never raises a percentage, and what is unknown cannot be excepted.
 */
public interface ControlExceptions {

    /** The longest time that one may hold, in days. */
    int LONGEST_DAYS = 400;

    /** Exceptions, with those that wait and those that are over. */
    Page<ControlException> list(ListRequest request, AccessScope scope);

    /**
     * How many wait for the present person: others asked for them, their end is still to come, and their place lies within what the
     * person may see.
     */
    int waiting(AccessScope scope);

    /**
     * Asks for one. Nothing is excepted until another person approves.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if a part cannot be used, or its place is wider than what the author may
     *     see
     */
    ControlException request(ControlException.Wish wish, AccessScope scope);

    /**
     * Lets one hold.
     *
     * @param note what to say of it, may be empty
     * @throws dev.breakwater.central.platform.Conflict if it does not wait, or the present person asked for it
     */
    ControlException approve(UUID id, String note, AccessScope scope);

    /** Refuses one that waits; whoever asked may take it back so, too. */
    ControlException deny(UUID id, String note, AccessScope scope);

    /** Ends one that holds: what it was about counts again. Nothing happens if it is over. */
    ControlException end(UUID id, String note, AccessScope scope);
}
