package dev.breakwater.ui.policies;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.PolicyEdits;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What people do with policies from their list. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
record PolicyDesk(
        Policies policies, PolicyEdits edits, Violations violations, Readers readers, AuthenticationContext person) {

    AccessScope reader() {
        return readers.scope();
    }

    /** Whether the present reader may write policies. */
    boolean mayChange() {
        return person.hasRole("ADMIN");
    }
}
