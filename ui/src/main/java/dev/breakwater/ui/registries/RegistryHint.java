package dev.breakwater.ui.registries;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.images.Registries;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.Vulnerabilities;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Says how much of what runs nobody looked into, and that no registry is connected where that is why. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
public final class RegistryHint {

    private static final String NO_REGISTRY = " No registry is connected.";

    private final Registries registries;
    private final Vulnerabilities vulnerabilities;
    private final Readers readers;
    private final AuthenticationContext person;
    private final Clock clock;

    RegistryHint(
            Registries registries,
            Vulnerabilities vulnerabilities,
            Readers readers,
            AuthenticationContext person,
            Clock clock) {
        this.registries = registries;
        this.vulnerabilities = vulnerabilities;
        this.readers = readers;
        this.person = person;
        this.clock = clock;
    }

    /** Whether a registry is connected; who may not know is told that one is. */
    public boolean isConnected() {
        return !person.hasRole("ADMIN") || !registries.list().isEmpty();
    }

    /** What a page says of images that nobody looked into; each page has its own. */
    public UnseenBanner banner() {
        return new UnseenBanner(vulnerabilities, readers, clock, () -> isConnected() ? "" : NO_REGISTRY);
    }
}
