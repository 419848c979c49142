package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.breakwater.central.images.ImageReport.Scan;
import dev.breakwater.central.vulnerabilities.ImageChange;
import dev.breakwater.central.vulnerabilities.ImageChange.Cause;
import dev.breakwater.central.vulnerabilities.ImageChange.Change;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Segments;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Why what is wrong with an image changed: what appeared and what disappeared, when and by what, the newest first. */
final class ImageHistory extends Div {

    /** That many are read; the service gives no more. */
    private static final int MOST = 500;

    private static final int SHOWN = 12;
    private static final String COMPARED = "compared with ";

    /** Changes of one kind by one cause at one time. */
    private record Moment(Instant at, Cause cause, Change change, String from) {

        static Moment of(ImageChange one) {
            // Of publishers and people each detail is another; contents are compared with one.
            return new Moment(
                    one.at().truncatedTo(ChronoUnit.MINUTES),
                    one.cause(),
                    one.change(),
                    one.cause() == Cause.CONTENT ? one.detail() : "");
        }
    }

    /** Which changes are shown. */
    private enum Shown {
        ALL("All"),
        APPEARED("Appeared"),
        DISAPPEARED("Disappeared"),
        CHANGED("Changed");

        private final String word;

        Shown(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        boolean takes(ImageChange one) {
            return this == ALL || name().equals(one.change().name());
        }
    }

    private final transient List<ImageChange> changes;
    private final transient Scan scan;
    private final transient TimeWords times;
    private final Segments<Shown> kinds =
            new Segments<>("Which changes", List.of(Shown.values()), Shown::word, this::show);
    private final Div rows = Markup.box("bw-why-rows");

    ImageHistory(List<ImageChange> changes, Scan scan, TimeWords times) {
        this.changes = changes;
        this.scan = scan;
        this.times = times;
        addClassNames("bw-card", "bw-image-part", "bw-why");
        add(Markup.box("bw-card-top", new CardHead("Why did it change?", count(changes)), kinds), rows);
        show(Shown.ALL);
    }

    private static String count(List<ImageChange> changes) {
        if (changes.isEmpty()) {
            return "";
        }
        return changes.size() >= MOST
                ? "the last " + Counted.number(MOST) + " changes, newest first"
                : Counted.of(changes.size(), "change", "changes") + ", newest first";
    }

    private void show(Shown shown) {
        kinds.press(List.of(shown));
        rows.removeAll();
        OrderedList list = new OrderedList();
        list.addClassName("bw-timeline");
        Map<Moment, List<ImageChange>> moments = changes.stream()
                .filter(shown::takes)
                .collect(Collectors.groupingBy(Moment::of, LinkedHashMap::new, Collectors.toList()));
        moments.forEach((moment, all) -> list.add(item(moment, all)));
        if (moments.isEmpty() && shown != Shown.ALL) {
            rows.add(Markup.paragraph("None of these."));
        }
        if (shown == Shown.ALL) {
            list.add(entry(
                    "First looked into",
                    "by " + scan.source() + (changes.isEmpty() ? "; nothing changed since" : ""),
                    scan.firstScannedAt(),
                    List.of()));
        }
        rows.add(list);
    }

    private Component item(Moment moment, List<ImageChange> all) {
        List<ImageChange> worst = all.stream()
                .sorted(Comparator.comparingInt((ImageChange one) -> rank(one))
                        .thenComparing(ImageChange::vulnerability))
                .toList();
        return entry(word(moment.change(), all.size()), cause(moment, all), moment.at(), worst);
    }

    private static int rank(ImageChange one) {
        return switch (one.severity()) {
            case CRITICAL -> 0;
            case HIGH -> 1;
            case UNKNOWN -> 2;
            case MEDIUM -> 3;
            case LOW -> 4;
        };
    }

    private static String word(Change change, int count) {
        return Counted.number(count)
                + switch (change) {
                    case APPEARED -> " appeared";
                    case DISAPPEARED -> " disappeared";
                    case CHANGED -> " changed";
                };
    }

    private static String cause(Moment moment, List<ImageChange> all) {
        return switch (moment.cause()) {
            case ADVISORY -> "a publisher said something new" + same(all);
            case FEED -> "another feed is in use than before" + same(all);
            case SCANNER -> "other scanners claim something else" + same(all);
            case WITHDRAWN -> "a publisher took its advisory back" + same(all);
            case CONTENT ->
                "its packages are others than those of the image of this repository before it"
                        + (moment.from().startsWith(COMPARED)
                                ? ", " + ImageWords.shortDigest(moment.from().substring(COMPARED.length()))
                                : "");
            case DECISION -> "people decided" + same(all);
            case VEX -> "a supplier said so in a VEX document" + same(all);
        };
    }

    /** What was said, where it is the same of all. */
    private static String same(List<ImageChange> all) {
        List<String> details =
                all.stream().map(ImageChange::detail).distinct().limit(2).toList();
        return details.size() == 1 && !details.getFirst().isEmpty() ? ": " + details.getFirst() : "";
    }

    private Component entry(String change, String cause, Instant at, List<ImageChange> all) {
        var time = Markup.text("bw-meta", times.minute(at));
        time.setTitle(times.exact(at));
        Div body = Markup.box(
                "bw-why-body",
                Markup.box(
                        "bw-why-head",
                        Markup.text("bw-timeline-change", change),
                        Markup.text("bw-timeline-cause", cause)));
        boolean each = same(all).isEmpty();
        all.stream().limit(SHOWN).forEach(one -> body.add(line(one, each)));
        if (all.size() > SHOWN) {
            body.add(Markup.text("bw-meta", "and " + Counted.number(all.size() - SHOWN) + " more"));
        }
        return new ListItem(body, time);
    }

    private static Component line(ImageChange one, boolean withDetail) {
        Div line = Markup.box(
                "bw-why-line",
                SeverityMark.of(one.severity()),
                Markup.link(VulnerabilitiesNavigation.cve(one.vulnerability()), one.vulnerability()),
                Markup.text("bw-second bw-wrap-anywhere", one.component()));
        if (withDetail && one.cause() != Cause.CONTENT && !one.detail().isEmpty()) {
            line.add(Markup.text("bw-meta bw-wrap-anywhere", one.detail()));
        }
        return line;
    }
}
