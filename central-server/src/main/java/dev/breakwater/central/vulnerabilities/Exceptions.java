package dev.breakwater.central.vulnerabilities;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.UUID;

/**
 * What people decide of vulnerabilities: one asks, another decides. An exception holds until its end, and ends by itself when what
 * it was approved on is no more: a fix appears, the vulnerability is exploited, or a workload can be reached from outside. What
 * is hidden is not counted by lists, policies and risk; it is never gone from sight.
 */
public interface Exceptions {

    /** Exceptions, with those that wait and those that are over. */
    Page<ExceptionRow> list(ListRequest request, AccessScope scope);

    /** How many match, capped as every count of a list. */
    int count(String q, AccessScope scope);

    /**
     * One exception.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id
     */
    ExceptionRow get(UUID id, AccessScope scope);

    /**
     * What an exception would hide now. Nothing is changed.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if it cannot be asked for
     */
    ExceptionPreview preview(ExceptionRequest request, AccessScope scope);

    /** What an exception that waits would hide, or one that holds hides now. */
    ExceptionPreview preview(UUID id, AccessScope scope);

    /**
     * Asks for an exception. It hides nothing until another person approves.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if a part cannot be used, or its place is wider than what the author may see
     */
    ExceptionRow request(ExceptionRequest request, AccessScope scope);

    /**
     * Lets an exception hold.
     *
     * @param note what to say of it, may be empty
     * @throws dev.breakwater.central.platform.Conflict if it does not wait, or the present person asked for it
     */
    ExceptionRow approve(UUID id, String note, AccessScope scope);

    /**
     * How many wait for the present person: others asked for them, their end is still to come, and their place lies within what the
     * person may see.
     */
    int waiting(AccessScope scope);

    /** Whether the present person is among those who asked for it, themselves or by a token: another person has to decide then. */
    boolean isOwn(UUID id);

    /** Refuses an exception that waits; whoever asked may take it back so, too. */
    ExceptionRow deny(UUID id, String note, AccessScope scope);

    /** Ends an exception that holds: what it hid counts again. Nothing happens if it is over. */
    ExceptionRow end(UUID id, String note, AccessScope scope);
}
