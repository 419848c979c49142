package dev.breakwater.central.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The targets of messages. Only administrators see and change them; every change is in the audit log, without secrets. */
public interface Notifiers {

    /** The most targets. */
    int MOST = 100;

    /** All of them, by name. */
    List<Notifier> list();

    /**
     * One target.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id
     */
    Notifier get(UUID id);

    /**
     * A new target.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if it cannot be used so
     * @throws dev.breakwater.central.platform.Conflict if the name is taken
     */
    Notifier create(NotifierDraft draft);

    /**
     * Changes a target. Its secret stays if none is given; where another server would get a password that is kept, it has to be
     * given once more.
     */
    Notifier update(UUID id, NotifierDraft draft);

    /** Removes a target; what waits for it is given up, rules name it no more. */
    void delete(UUID id);

    /** Sends a test message to a target as it is kept, enabled or not; waits for the answer. Not tried again. */
    TestOutcome test(UUID id);

    /**
     * Sends a test message to a target as somebody wants it, before it is kept.
     *
     * @param id whose secret is taken if none is given, {@code null} = of none
     */
    TestOutcome test(NotifierDraft draft, @Nullable UUID id);
}
