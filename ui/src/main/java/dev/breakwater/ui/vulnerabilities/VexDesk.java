package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.Vex;
import dev.breakwater.central.vulnerabilities.VexImports;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the page of VEX documents works with. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
record VexDesk(Vex decisions, VexImports imports, Readers readers, AuthenticationContext person, Clock clock) {

    AccessScope reader() {
        return readers.scope();
    }

    boolean mayChange() {
        return person.hasRole("ADMIN") && reader().everything();
    }
}
