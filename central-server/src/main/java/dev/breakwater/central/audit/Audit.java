package dev.breakwater.central.audit;

import org.jspecify.annotations.Nullable;

/** Writes the audit log. Called by services within the transaction of the change, so that neither exists without the other. */
public interface Audit {

    /**
     * Records a change by the present actor.
     *
     * @param action a verb in the past, such as {@code created}
     * @param objectType such as {@code cluster}
     * @param before what was, as a JSON-friendly value without secrets; {@code null} = nothing
     * @param after what is now
     */
    void record(
            String action,
            String objectType,
            String objectId,
            String objectName,
            @Nullable Object before,
            @Nullable Object after);

    /**
     * Records that somebody signed in or tried to, in a transaction of its own.
     *
     * @param action {@code signed in} or {@code failed to sign in}
     * @param actor whoever it says to be
     * @param detail such as why it failed, {@code null} = nothing
     */
    void recordSignIn(String action, Actor actor, @Nullable Object detail);
}
