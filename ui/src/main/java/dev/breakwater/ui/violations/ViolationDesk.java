package dev.breakwater.ui.violations;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.detection.Acceptances;
import dev.breakwater.central.detection.ExclusionPreviews;
import dev.breakwater.central.detection.Explanations;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.policy.Exclusions;
import java.time.Clock;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the pages about violations work with. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
record ViolationDesk(
        Violations violations,
        Triage triage,
        Explanations explanations,
        Exclusions exclusions,
        ExclusionPreviews previews,
        Acceptances acceptances,
        Readers readers,
        AuthenticationContext person,
        Clock clock) {

    AccessScope reader() {
        return readers.scope();
    }

    /** Why the present reader may not decide, empty = they may. */
    Optional<String> refusal() {
        return person.hasRole("ADMIN")
                ? Optional.empty()
                : Optional.of("Only administrators decide about violations. Ask one of them.");
    }
}
