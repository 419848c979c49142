package dev.breakwater.ui.overview;

import dev.breakwater.central.detection.BySeverity;
import dev.breakwater.central.fleet.ClusterHealth;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.overview.Board;
import dev.breakwater.ui.compliance.ComplianceNavigation;
import dev.breakwater.ui.overview.WaitingCard.Item;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.violations.ViolationsNavigation;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import java.util.ArrayList;
import java.util.List;

/** Finds what waits for the person who looks, or for somebody to take it. */
final class Waiting {

    private final OverviewData data;
    private final Links links;
    private final TimeWords times;
    private final boolean decides;

    /** @param decides whether the reader may decide of what others ask for */
    Waiting(OverviewData data, Links links, TimeWords times, boolean decides) {
        this.decides = decides;
        this.data = data;
        this.links = links;
        this.times = times;
    }

    List<Item> items(Board board) {
        List<Item> items = new ArrayList<>();
        int mine = data.assigned("");
        if (mine > 0) {
            int critical = data.assigned(" severity:critical");
            items.add(new Item(
                    mine,
                    mine == 1 ? "violation assigned to you" : "violations assigned to you",
                    critical == 0 ? "none of them critical" : Counted.number(critical) + " critical",
                    ViolationsNavigation.filtered("state:open assignee:me") + "&scope=workloads:all"));
        }
        if (decides) {
            decisions(items);
        }
        board.owners().stream()
                .filter(share -> share.name().isEmpty())
                .map(Board.Share::open)
                .filter(open -> open.critical() + open.high() > 0)
                .forEach(open -> items.add(unowned(open)));
        certificates(board.clusters(), items);
        return items;
    }

    private void decisions(List<Item> items) {
        int exceptions = data.exceptionsWaiting();
        if (exceptions > 0) {
            items.add(new Item(
                    exceptions,
                    exceptions == 1 ? "exception to decide" : "exceptions to decide",
                    "vulnerabilities that others want put off or held not to apply",
                    VulnerabilitiesNavigation.EXCEPTIONS));
        }
        int controls = data.controlExceptionsWaiting();
        if (controls > 0) {
            items.add(new Item(
                    controls,
                    controls == 1 ? "exception of a control to decide" : "exceptions of controls to decide",
                    "what others want not to count as failing for a time",
                    ComplianceNavigation.PATH));
        }
    }

    private Item unowned(BySeverity open) {
        return new Item(
                open.critical() + open.high(),
                "serious violations that nobody owns",
                Counted.number(open.critical()) + " critical, " + Counted.number(open.high()) + " high",
                links.violations("state:open severity:critical,high owner:\"\""));
    }

    private void certificates(List<ClusterRow> clusters, List<Item> items) {
        List<ClusterRow> ending = clusters.stream()
                .filter(row -> row.health().word() == ClusterHealth.Word.CERTIFICATE_EXPIRES)
                .toList();
        if (!ending.isEmpty()) {
            ClusterRow first = ending.getFirst();
            items.add(new Item(
                    ending.size(),
                    ending.size() == 1 ? "certificate ends soon" : "certificates end soon",
                    "sensor of " + first.name()
                            + (first.certificateExpiresAt() == null
                                    ? ""
                                    : ", " + times.minute(first.certificateExpiresAt())),
                    links.clusters()));
        }
    }
}
