package dev.breakwater.ui.registries;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import dev.breakwater.central.images.ImageWatches;
import dev.breakwater.central.images.ImageWatches.Draft;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Buttons that make a candidate for a base image out of what nobody has looked into yet. */
@Component
@ConditionalOnProperty(name = "breakwater.console.enabled", matchIfMissing = true)
public final class CandidateActions {

    private final ScanActions scans;
    private final ImageWatches watches;

    CandidateActions(ScanActions scans, ImageWatches watches) {
        this.scans = scans;
        this.watches = watches;
    }

    /**
     * What can be done; nothing is shown where there is nothing.
     *
     * @param toScan the image that ought to be looked into, empty = none
     * @param toWatch the repository that ought to be watched, empty = none
     */
    public Div of(String toScan, String toWatch) {
        Div row = Markup.box("bw-row-actions");
        if (!toScan.isEmpty()) {
            row.add(button("Scan", toScan, "eye", () -> scans.again(List.of(toScan)), "It is queued."));
        }
        if (!toWatch.isEmpty()) {
            row.add(button(
                    "Watch",
                    toWatch,
                    "clock",
                    () -> watches.create(new Draft(toWatch, "", "")),
                    "Its tags are read soon, and every few hours from then on."));
        }
        row.setVisible(row.getChildren().findAny().isPresent());
        return row;
    }

    private Button button(String verb, String what, String icon, Runnable action, String done) {
        String name = what.substring(what.lastIndexOf('/') + 1);
        Button button = new Button(verb + " " + name, Markup.icon(icon));
        button.setAriaLabel(verb + " " + what);
        button.setTooltipText(what);
        button.addClickListener(event -> {
            try {
                action.run();
                button.setEnabled(false);
                button.setTooltipText(done);
                Notification.show(what + ": " + done);
            } catch (RuntimeException e) {
                Notification.show(Failures.words(e));
            }
        });
        scans.refusal().ifPresent(why -> {
            button.setEnabled(false);
            button.setTooltipText(why);
        });
        return button;
    }
}
