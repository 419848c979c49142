package dev.breakwater.ui.images;

import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReport.Installed;
import dev.breakwater.central.images.ImageReport.Layer;
import dev.breakwater.central.images.ImageReports;
import dev.breakwater.central.images.UploadedDocuments;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.engine.image.FoundSecret;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the page of an image works with, within the rights of the present reader. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
record ImageDesk(
        ImageReports reports, UploadedDocuments documents, Readers readers, AuthenticationContext person, Clock clock) {

    ImageReport report(String image) {
        return reports.get(image, readers.scope());
    }

    List<Installed> packages(String image) {
        return reports.packages(image, readers.scope());
    }

    List<Layer> layers(String image) {
        return reports.layers(image, readers.scope());
    }

    List<FoundSecret> secrets(String image) {
        return reports.secrets(image, readers.scope());
    }

    boolean mayChange() {
        return person.hasRole("ADMIN");
    }
}
