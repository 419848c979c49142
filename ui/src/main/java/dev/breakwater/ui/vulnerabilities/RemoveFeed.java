package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.FeedRow.SpokenFor;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.stream.Collectors;

/** Asks before a feed is removed, and says what goes with it. */
final class RemoveFeed extends Dialog {

    private static final int NAMED = 4;

    RemoveFeed(FeedRow feed, Runnable confirmed) {
        setHeaderTitle("Remove " + feed.name() + "?");
        setWidth("480px");
        add(Markup.paragraph(goes(feed)));
        Button go = new Button("Remove it", event -> {
            close();
            confirmed.run();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Keep it", event -> close()), go);
    }

    private static String goes(FeedRow feed) {
        if (feed.asOf() == null) {
            return "Nothing was ever taken of it: only this line goes.";
        }
        String entries = "Its " + Counted.of(feed.entries(), "entry goes", "entries go")
                + ", until somebody brings the feed again. What it alone knows is found no more";
        List<SpokenFor> complete =
                feed.ecosystems().stream().filter(SpokenFor::complete).toList();
        if (complete.isEmpty()) {
            return entries + ".";
        }
        String named = complete.stream().limit(NAMED).map(SpokenFor::ecosystem).collect(Collectors.joining(", "));
        String more = complete.size() > NAMED ? " and " + Counted.number(complete.size() - NAMED) + " more" : "";
        return entries + ", and packages of " + named + more
                + " for which no other feed is complete become unknown. Workloads are judged anew.";
    }
}
