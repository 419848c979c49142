package dev.breakwater.ui.part;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.shared.Registration;
import dev.breakwater.central.platform.ListRequest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Tells that a list has changed since it was read, without moving a row: "3 new" is a button that reads it again. Looks
 * when something changed, which is within a second of it.
 */
final class NewRows<T> extends Div {

    private static final int LOOK_AT = 50;

    private final ListSource<T> source;
    private final Button show;
    private final Span live = Markup.text("bw-live", "live");
    private String q = "";
    private boolean seen;
    private int seenCount;
    private Instant newest = Instant.MIN;
    private @Nullable Registration changes;

    NewRows(ListSource<T> source, Runnable reload) {
        this.source = source;
        this.show = new Button("", event -> reload.run());
        addClassName("bw-new-rows");
        getElement().setAttribute("role", "status");
        show.addThemeVariants(ButtonVariant.TERTIARY);
        show.setVisible(false);
        add(show, live);
    }

    /** What has been read and shown just now. */
    void seen(String filter, int count) {
        seen = true;
        q = filter;
        seenCount = count;
        newest = source.page(new ListRequest(q, source.newestFirst(), 1, null)).items().stream()
                .findFirst()
                .map(source::newSince)
                .orElse(Instant.MIN);
        show.setVisible(false);
    }

    /** Looks whenever something changed that the list may show. */
    void follow(UI ui, LiveUpdates live) {
        if (changes == null) {
            changes = live.follow(ui, source.topics(), this::look);
            addDetachListener(event -> {
                if (changes != null) {
                    changes.remove();
                    changes = null;
                }
            });
        }
    }

    /** Reads how many there are now; what cannot be read now is said, and read with the next change. */
    void look() {
        if (!seen) {
            return;
        }
        try {
            announce();
            live.setText("live");
        } catch (RuntimeException e) {
            live.setText("live paused");
        }
    }

    private void announce() {
        long added = source.page(new ListRequest(q, source.newestFirst(), LOOK_AT, null)).items().stream()
                .filter(row -> source.newSince(row).isAfter(newest))
                .count();
        int count = source.count(q);
        long gone = Math.max(0, seenCount + added - count);
        if (added == 0 && gone == 0) {
            show.setVisible(false);
            return;
        }
        String words = added == 0 ? gone + " gone" : (added == LOOK_AT ? LOOK_AT + " or more" : added) + " new";
        show.setText(words + ", show");
        show.setVisible(true);
    }
}
