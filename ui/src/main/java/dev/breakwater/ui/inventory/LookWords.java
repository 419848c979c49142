package dev.breakwater.ui.inventory;

import dev.breakwater.central.nodes.ListedNode;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;

/** What looks at machines found, as a list says it. */
final class LookWords {

    /** Values of the filter. */
    static final List<String> VALUES = List.of("fresh", "stale", "never");

    /** What stands on the buttons for them. */
    static final List<String> SHOWN = List.of("Looked at", "Too long ago", "Never");

    private LookWords() {}

    static String looked(ListedNode row, TimeWords times) {
        String age = row.lookedAt() == null ? "" : times.age(row.lookedAt());
        return switch (row.looked()) {
            case FRESH -> age;
            case STALE -> age + ", too old";
            case NEVER -> "never";
            case OTHER -> "another machine";
        };
    }

    static String checks(ListedNode row) {
        Integer failed = row.failedChecks();
        Integer unknown = row.unknownChecks();
        if (failed == null || unknown == null) {
            return "unknown";
        }
        return (failed == 0 ? "none fails" : Counted.number(failed) + " failed")
                + (unknown == 0 ? "" : ", " + Counted.number(unknown) + " unknown");
    }

    /** None is said only where all is known. */
    static String vulnerabilities(ListedNode row) {
        Integer all = row.vulnerabilities();
        Integer critical = row.critical();
        Integer high = row.high();
        if (all == null || critical == null || high == null || all == 0 && !row.vulnerabilitiesKnown()) {
            return "unknown";
        }
        if (critical + high == 0) {
            return all == 0 ? "none" : Counted.number(all) + " below high";
        }
        return (critical == 0 ? "" : Counted.number(critical) + " critical")
                + (critical == 0 || high == 0 ? "" : ", ")
                + (high == 0 ? "" : Counted.number(high) + " high");
    }
}
