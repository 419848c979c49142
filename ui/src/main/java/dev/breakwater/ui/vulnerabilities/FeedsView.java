package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.FeedRow.SpokenFor;
import dev.breakwater.feeds.UsualSize;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What publishers say of vulnerabilities, how old it is here, and whether it can be relied on. */
@Route(VulnerabilitiesNavigation.FEEDS)
@PageTitle("Feeds · Breakwater")
@PermitAll
class FeedsView extends Div implements AfterNavigationObserver {

    private static final int NAMED = 4;

    private final transient VulnerabilityDesk desk;
    private final Div body = Markup.box("bw-cards bw-cards-one");

    FeedsView(VulnerabilityDesk desk) {
        this.desk = desk;
        addClassNames("bw-page", "bw-scroll");
        add(
                new PageHead(
                        "Feeds",
                        "What publishers say of vulnerabilities. What no feed is complete for is unknown, and an old feed does not"
                                + " know what came since."),
                body);
        if (desk.mayDecide()) {
            body.add(new FeedUpload(desk.feeds(), this::show));
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        body.getChildren()
                .filter(child -> !(child instanceof FeedUpload))
                .toList()
                .forEach(body::remove);
        List<FeedRow> feeds = desk.feeds().list();
        Component list = feeds.isEmpty()
                ? new EmptyState(
                        "No feed is loaded",
                        "Until one is, everything that is wrong with what runs is unknown. Load a file of a publisher below, a"
                                + " bundle that was signed elsewhere, or name addresses in breakwater.feeds.sources.")
                : Markup.box(
                        "bw-card bw-card-wide",
                        new CardHead("What do we know, and as of when?", Counted.of(feeds.size(), "feed", "feeds")),
                        table(feeds));
        body.addComponentAsFirst(list);
    }

    private Component table(List<FeedRow> feeds) {
        TimeWords times = TimeWords.here(desk.clock());
        FactTable table = new FactTable(
                "Feeds", List.of("Feed", "State", "Entries", "As of", "Checked", "Speaks for", "Source"), Set.of(2));
        feeds.forEach(feed -> {
            Span asOf = Markup.text("bw-second", feed.asOf() == null ? "never" : times.ago(feed.asOf()));
            if (feed.asOf() != null) {
                asOf.setTitle(times.exact(feed.asOf()));
            }
            Span checked = Markup.text("bw-second", times.ago(feed.checkedAt()));
            checked.setTitle(times.exact(feed.checkedAt()));
            table.row(
                    Markup.box("bw-stack", Markup.text("bw-name", feed.name()), Markup.text("bw-meta", feed.format())),
                    state(feed, times),
                    Markup.text("bw-number", Counted.number(feed.entries())),
                    asOf,
                    checked,
                    Markup.text("bw-second", spokenFor(feed)),
                    source(feed));
        });
        return table;
    }

    /** Where what is in use came from, apart from the file that was not taken. */
    private static Component source(FeedRow feed) {
        Component source = Markup.text("bw-second bw-wrap-anywhere", feed.source());
        return feed.refusedSource().isEmpty()
                ? source
                : Markup.box(
                        "bw-stack",
                        source,
                        Markup.text("bw-meta bw-wrap-anywhere", "not taken: " + feed.refusedSource()));
    }

    private Component state(FeedRow feed, TimeWords times) {
        Component mark = switch (feed.state()) {
            case OK -> Markup.icon("check");
            case STALE, REMOVING -> Markup.icon("clock");
            case REFUSED, FAILED -> mark();
        };
        String words = switch (feed.state()) {
            case OK -> "in use";
            case STALE -> "stale";
            case REFUSED -> "last file refused";
            case FAILED -> feed.asOf() == null ? "nothing taken" : "last file not usable";
            case REMOVING -> "being removed";
        };
        Div cell = Markup.box("bw-stack", Markup.box("bw-reading-state", mark, Markup.text("bw-name", words)));
        if (!feed.reason().isEmpty()) {
            cell.add(Markup.text("bw-second bw-wrap-anywhere", times.inText(feed.reason())));
        }
        if (feed.unreadable() > 0) {
            Span unread =
                    Markup.text("bw-meta", Counted.of(feed.unreadable(), "entry", "entries") + " could not be read");
            unread.setTitle(String.join("\n", feed.problems()));
            cell.add(unread);
        }
        if (desk.mayDecide() && feed.state() != FeedRow.State.REMOVING) {
            Button remove = new Button("Remove…", event -> new RemoveFeed(feed, () -> remove(feed)).open());
            remove.addThemeVariants(ButtonVariant.SMALL, ButtonVariant.TERTIARY);
            remove.setAriaLabel("Remove " + feed.name());
            // Not a part of the column, which would stretch it.
            cell.add(Markup.box("bw-feed-remove", remove));
        }
        return cell;
    }

    private void remove(FeedRow feed) {
        try {
            String words = desk.feeds()
                    .remove(feed.name())
                    .map(left -> feed.name() + " is being removed. Its entries go in the background.")
                    .orElse(feed.name() + " is removed.");
            Notification.show(words);
        } catch (RuntimeException e) {
            Notification.show(Failures.words(e));
        }
        show();
    }

    private static Component mark() {
        Span mark = Markup.text("bw-sev bw-sev-critical", "");
        mark.add(Markup.text("bw-shape", ""));
        return mark;
    }

    private static String spokenFor(FeedRow feed) {
        List<SpokenFor> ecosystems = feed.ecosystems();
        if (feed.asOf() == null) {
            return "nothing: none of it was ever taken";
        }
        if (ecosystems.isEmpty()) {
            return switch (feed.format()) {
                case "EPSS" -> "scores only";
                case "KEV" -> "what is exploited only";
                default -> "no packages, only vulnerabilities";
            };
        }
        List<SpokenFor> complete = ecosystems.stream()
                .filter(one -> one.complete() && !one.small())
                .toList();
        String small = ecosystems.stream()
                .filter(SpokenFor::small)
                .collect(Collectors.groupingBy(
                        one -> UsualSize.words(one.ecosystem(), one.familyAdvisories()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .entrySet()
                .stream()
                .limit(NAMED)
                .map(one -> one.getKey() + releases(one.getValue()))
                .collect(Collectors.joining("; "));
        List<SpokenFor> single =
                ecosystems.stream().filter(one -> !one.complete()).toList();
        return Stream.of(
                        complete.isEmpty() ? "" : "complete for " + named(complete),
                        small,
                        single.isEmpty() ? "" : "single advisories of " + named(single))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** Which releases of a distribution those are; empty = it is no distribution. */
    private static String releases(List<SpokenFor> ecosystems) {
        return ecosystems.getFirst().ecosystem().contains(":") ? " (" + named(ecosystems) + ")" : "";
    }

    private static String named(List<SpokenFor> ecosystems) {
        String named =
                ecosystems.stream().limit(NAMED).map(SpokenFor::ecosystem).collect(Collectors.joining(", "));
        return ecosystems.size() > NAMED
                ? named + " and " + Counted.number(ecosystems.size() - NAMED) + " more"
                : named;
    }
}
