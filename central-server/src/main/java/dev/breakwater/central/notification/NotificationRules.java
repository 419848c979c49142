package dev.breakwater.central.notification;

import java.util.List;
import java.util.UUID;

/**
 * Which of what happens is told to whom. The rules are asked in their order; the first that fits decides, unless it says to go
 * on. Without any rule nothing is told. Only administrators see and change them; every change is in the audit log.
 */
public interface NotificationRules {

    /** The most rules. */
    int MOST = 200;

    /** All of them, in their order. */
    List<NotificationRule> list();

    /**
     * One rule.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id
     */
    NotificationRule get(UUID id);

    /** A new rule, after all others. */
    NotificationRule create(RuleDraft draft);

    NotificationRule update(UUID id, RuleDraft draft);

    /** Removes a rule; what it took already is still told. */
    void delete(UUID id);

    /**
     * Puts the rules in another order.
     *
     * @param ids of all of them, each once
     */
    List<NotificationRule> order(List<UUID> ids);
}
