package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetail;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetail.Event;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;
import java.util.Locale;

/** What became known of a vulnerability when, and by what it came into images or went out of them. */
final class HistoryCard extends Div {

    private static final int SHOWN = 40;

    HistoryCard(VulnerabilityDetail detail, TimeWords times) {
        addClassName("bw-card");
        List<Event> events = detail.timeline().reversed();
        add(new CardHead("Why did it change?", events.isEmpty() ? "" : "newest first"));
        if (events.isEmpty()) {
            add(Markup.paragraph("Nothing of it is dated."));
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("bw-timeline");
        events.stream().limit(SHOWN).forEach(event -> {
            int colon = event.what().indexOf(": ");
            String change = colon < 0 ? event.what() : event.what().substring(0, colon);
            String cause = colon < 0 ? "" : event.what().substring(colon + 2);
            var time = Markup.text("bw-meta", times.minute(event.at()));
            time.setTitle(times.exact(event.at()));
            list.add(new ListItem(
                    Markup.text(
                            "bw-timeline-change",
                            change.substring(0, 1).toUpperCase(Locale.ROOT) + change.substring(1)),
                    Markup.text("bw-timeline-cause", cause),
                    time));
        });
        add(list);
        if (events.size() > SHOWN) {
            add(Markup.text("bw-meta", "The last " + SHOWN + " of " + Counted.number(events.size()) + "."));
        }
    }
}
