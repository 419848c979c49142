package dev.breakwater.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import java.time.Duration;
import java.util.Optional;

/** Says what was done, and takes it back within ten seconds where that is possible. */
public final class UndoNotice {

    private static final Duration SHOWN = Duration.ofSeconds(10);

    private UndoNotice() {}

    /** @param undone called after it was taken back */
    public static void show(String words, Optional<Runnable> undo, Runnable undone) {
        Notification notice = new Notification();
        notice.setDuration(Math.toIntExact(SHOWN.toMillis()));
        notice.setPosition(Notification.Position.BOTTOM_CENTER);
        Div content = Markup.box("bw-notice", Markup.text("", words));
        undo.ifPresent(back -> {
            Button button = new Button("Undo", event -> {
                event.getSource().setEnabled(false);
                notice.close();
                back.run();
                undone.run();
            });
            button.addThemeVariants(ButtonVariant.TERTIARY);
            content.add(button);
        });
        notice.add(content);
        notice.open();
    }
}
