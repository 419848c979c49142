package dev.breakwater.ui.clusters;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import dev.breakwater.central.fleet.ClusterView;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import java.util.UUID;

/** How far a new cluster has come, step by step, with what to look at where it stands still. */
final class ArrivalChain extends Div {

    private final transient Workloads workloads;
    private final transient Readers readers;
    private final OrderedList steps = new OrderedList();
    private boolean open;

    ArrivalChain(Workloads workloads, Readers readers) {
        this.workloads = workloads;
        this.readers = readers;
        addClassNames("bw-card", "bw-card-wide");
        steps.addClassName("bw-steps");
        steps.getElement().setAttribute("aria-live", "polite");
        add(new CardHead("How far is it?", "this page follows by itself"), steps);
    }

    void show(ClusterView view) {
        UUID id = view.cluster().id();
        boolean used = view.tokens().stream().anyMatch(token -> token.state().equals("USED"));
        boolean contact = view.cluster().lastContactAt() != null;
        long objects =
                view.kinds().stream().mapToLong(ClusterView.KindSight::objects).sum();
        boolean synced = view.cluster().syncedAt() != null;
        int judged = workloads.count("cluster:" + id + " risk:>=1", readers.scope());
        steps.removeAll();
        open = true;
        step(
                used,
                "Token used",
                "the sensor has exchanged it for a certificate",
                "Start the sensor by one of the commands. If it runs already: can it resolve and reach the address of the link"
                        + " port, and is its clock right?");
        step(
                contact,
                "Sensor connected",
                view.cluster().connected() ? "connected now" : "was connected, is not now",
                "The sensor has a certificate but has not connected: look at its log for TLS or a proxy in between.");
        step(
                synced,
                "Inventory read",
                Counted.of(objects, "object", "objects"),
                objects == 0
                        ? "Nothing has come yet: may the sensor's service account list the objects?"
                        : Counted.of(objects, "object", "objects") + " so far; the first reading goes on.");
        step(
                judged > 0,
                "First verdicts",
                Counted.of(judged, "workload judged", "workloads judged"),
                "Workloads are judged as they come in.");
    }

    private void step(boolean done, String name, String fact, String hint) {
        boolean current = open && !done;
        ListItem item = new ListItem(
                done ? Markup.icon("check") : Markup.text("bw-step-open", ""),
                Markup.text("bw-name", name),
                Markup.text("bw-second", done ? fact : current ? hint : ""));
        item.addClassName(done ? "bw-step-done" : current ? "bw-step-current" : "bw-step-later");
        if (current) {
            item.getElement().setAttribute("aria-current", "step");
        }
        steps.add(item);
        open = open && done;
    }
}
