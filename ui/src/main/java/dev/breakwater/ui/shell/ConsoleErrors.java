package dev.breakwater.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.breakwater.ui.part.Failures;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Says what failed when an action did. */
@Component
class ConsoleErrors implements VaadinServiceInitListener {

    private static final Duration SHOWN = Duration.ofSeconds(12);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource()
                .addSessionInitListener(init -> init.getSession().setErrorHandler(error -> {
                    String words = Failures.words(error.getThrowable());
                    if (UI.getCurrent() != null) {
                        Notification notification = new Notification(words, Math.toIntExact(SHOWN.toMillis()));
                        notification.setAssertive(true);
                        notification.open();
                    }
                }));
    }
}
