package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says that what publishers say is old here, or was not taken. */
final class FeedsBanner {

    private static final int NAMED = 3;

    private FeedsBanner() {}

    static Component of(List<FeedRow> doubtful) {
        String names = doubtful.stream().limit(NAMED).map(FeedsBanner::words).collect(Collectors.joining(", "));
        String more = doubtful.size() > NAMED ? " and " + Counted.number(doubtful.size() - NAMED) + " more" : "";
        return Markup.box(
                "bw-banner",
                Markup.icon("clock"),
                Markup.text(
                        "bw-banner-text",
                        names.substring(0, 1).toUpperCase(Locale.ROOT) + names.substring(1) + more
                                + ". What came since is unknown here: that nothing is found says less."),
                Markup.link(VulnerabilitiesNavigation.FEEDS, "Feeds"));
    }

    private static String words(FeedRow feed) {
        return switch (feed.state()) {
            case STALE -> "the feed " + feed.name() + " is old";
            case REFUSED -> "the last file of the feed " + feed.name() + " was refused";
            default -> "the last file of the feed " + feed.name() + " could not be used";
        };
    }
}
