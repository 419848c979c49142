package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.engine.vulnerability.version.VersionScheme;
import dev.breakwater.feeds.document.MalformedDocument;
import dev.breakwater.feeds.document.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** From OSV's events to ranges (OSV schema, "affected[].ranges[].events"). */
final class OsvEvents {

    private static final int MOST = 2_000;

    private enum Kind {
        INTRODUCED,
        LAST_AFFECTED,
        FIXED
    }

    private record Event(Kind kind, String version) {}

    private OsvEvents() {}

    /** The ranges of one list of events, in the order of the versions. */
    static List<VersionRange> ranges(Tree range, VersionScheme scheme) throws MalformedDocument {
        List<Event> events = sorted(events(range), scheme);
        List<VersionRange> ranges = new ArrayList<>();
        String open = null;
        for (Event event : events) {
            if (event.kind() == Kind.INTRODUCED) {
                open = open == null ? event.version() : open;
            } else if (open != null) {
                ranges.add(
                        event.kind() == Kind.FIXED
                                ? new VersionRange(open, event.version(), "")
                                : new VersionRange(open, "", event.version()));
                open = null;
            }
        }
        if (open != null) {
            ranges.add(new VersionRange(open, "", ""));
        }
        return ranges;
    }

    private static List<Event> events(Tree range) throws MalformedDocument {
        List<Event> events = new ArrayList<>();
        for (Tree event : range.items("events")) {
            if (!event.isObject()) {
                throw new MalformedDocument("an event of a range is no object");
            }
            for (Kind kind : Kind.values()) {
                String name = kind.name().toLowerCase(Locale.ROOT);
                String version = event.text(name);
                if (version.length() > VersionScheme.LONGEST) {
                    throw new MalformedDocument(
                            "a version of a range has more than " + VersionScheme.LONGEST + " characters");
                }
                if (!version.isEmpty()) {
                    events.add(new Event(kind, version));
                }
            }
        }
        if (events.size() > MOST) {
            throw new MalformedDocument("a range has more than " + MOST + " events");
        }
        return events;
    }

    /** By insertion, which does not mind an order that goes in circles, and is quick where events are in order already. */
    private static List<Event> sorted(List<Event> events, VersionScheme scheme) {
        List<Event> sorted = new ArrayList<>(events.size());
        for (Event event : events) {
            int at = sorted.size();
            while (at > 0 && compare(sorted.get(at - 1), event, scheme) > 0) {
                at--;
            }
            sorted.add(at, event);
        }
        return sorted;
    }

    private static int compare(Event a, Event b, VersionScheme scheme) {
        boolean firstOfAll = a.version().equals("0") || b.version().equals("0");
        int byVersion = firstOfAll
                ? Boolean.compare(!a.version().equals("0"), !b.version().equals("0"))
                : scheme.compare(a.version(), b.version());
        return byVersion != 0 ? byVersion : a.kind().compareTo(b.kind());
    }
}
