package dev.breakwater.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What a person reads when an action fails: the service's own words where it has some, else an id that the log knows. */
@Component
class ConsoleErrors implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(ConsoleErrors.class);
    private static final Duration SHOWN = Duration.ofSeconds(12);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(init -> init.getSession().setErrorHandler(error -> {
                    String words = words(error.getThrowable());
                    if (UI.getCurrent() != null) {
                        Notification notification = new Notification(words, Math.toIntExact(SHOWN.toMillis()));
                        notification.setAssertive(true);
                        notification.open();
                    }
                }));
    }

    /** The words for a failure; one that has none of its own is logged under the id in them. */
    static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRequest || cause instanceof Conflict || cause instanceof NotFound) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof org.springframework.security.access.AccessDeniedException) {
                return "Your role does not include this.";
            }
        }
        String id = Correlation.current().isEmpty() ? Correlation.newId() : Correlation.current();
        log.error("console action failed unexpectedly, id {}", id, failure);
        return "Something failed here. The log has more under the id " + id + ".";
    }
}
