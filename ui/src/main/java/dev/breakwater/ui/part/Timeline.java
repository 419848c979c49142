package dev.breakwater.ui.part;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.detection.ViolationEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What happened, newest first: the event, its cause, the time. */
public final class Timeline {

    private Timeline() {}

    public static OrderedList of(List<ViolationEvent> events, TimeWords times) {
        OrderedList list = new OrderedList();
        list.addClassName("bw-timeline");
        events.forEach(event -> list.add(item(event.change(), event.cause(), event.at(), times)));
        return list;
    }

    /** One entry. */
    public static ListItem item(String change, String cause, Instant at, TimeWords times) {
        Span time = Markup.text("bw-meta", times.minute(at));
        time.setTitle(times.exact(at));
        return new ListItem(
                Markup.text("bw-timeline-change", word(change)), Markup.text("bw-timeline-cause", cause), time);
    }

    private static String word(String change) {
        String lower = change.toLowerCase(Locale.ROOT);
        return lower.isEmpty() ? "" : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
