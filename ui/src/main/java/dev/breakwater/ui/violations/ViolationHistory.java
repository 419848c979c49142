package dev.breakwater.ui.violations;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import dev.breakwater.central.detection.Comment;
import dev.breakwater.central.detection.ViolationEvent;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.part.Timeline;
import java.util.List;

/** What happened to a violation, by whom and why, and what was said of it. */
final class ViolationHistory {

    private ViolationHistory() {}

    /** Newest first. */
    static OrderedList of(List<ViolationEvent> events, TimeWords times) {
        OrderedList list = new OrderedList();
        list.addClassName("bw-timeline");
        events.forEach(event -> list.add(Timeline.item(event.change(), cause(event), event.at(), times)));
        return list;
    }

    private static String cause(ViolationEvent event) {
        if (event.actor().isEmpty()) {
            return event.cause();
        }
        return "by " + event.actor() + (event.cause().isEmpty() ? "" : ", " + event.cause());
    }

    /** Oldest first, as a conversation. */
    static Div comments(List<Comment> comments, TimeWords times) {
        Div all = Markup.box("bw-comments");
        for (Comment comment : comments) {
            var time = Markup.text("bw-meta", times.minute(comment.at()));
            time.setTitle(times.exact(comment.at()));
            all.add(Markup.box(
                    "bw-comment",
                    Markup.box(
                            "bw-comment-head", new Initials(comment.author()), Markup.text("", comment.author()), time),
                    Markup.text("bw-comment-body", comment.body())));
        }
        return all;
    }
}
