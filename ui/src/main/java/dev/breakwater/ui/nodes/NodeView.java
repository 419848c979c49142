package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import dev.breakwater.central.compliance.NodeResults;
import dev.breakwater.central.nodes.EvidenceState;
import dev.breakwater.central.nodes.EvidenceState.Freshness;
import dev.breakwater.central.nodes.NodeDetail;
import dev.breakwater.central.nodes.NodeOrder;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.LiveUpdates.Topic;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.part.UndoNotice;
import jakarta.annotation.security.PermitAll;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One node: what its kubelet says, what a look at the machine found, and what became of it. */
@Route(InventoryNavigation.NODES + "/:node")
@PermitAll
class NodeView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient NodeDesk desk;
    private final Div orders = Markup.box("bw-node-orders");
    private String title = "Node";
    private transient @Nullable UUID shown;
    private transient @Nullable NodeHand hand;
    private transient @Nullable NodeDetail seen;
    private NodeTab tab = NodeTab.SUMMARY;
    private transient @Nullable Registration live;

    NodeView(NodeDesk desk) {
        this.desk = desk;
        addClassNames("bw-page", "bw-scroll");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String node = event.getRouteParameters().get("node").orElseThrow(NotFoundException::new);
        NodeTab tab = NodeTab.of(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("tab")
                .orElse(""));
        try {
            show(UUID.fromString(node), tab);
        } catch (NotFound | IllegalArgumentException e) {
            throw new NotFoundException("No node '" + node + "', or no access to it");
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Nodes · Breakwater";
    }

    private void show(UUID id, NodeTab tab) {
        NodeDetail node = desk.node(id);
        NodeHand present = desk.hand(id);
        NodeResults.OfNode results = desk.results(id);
        shown = id;
        hand = present;
        seen = node;
        this.tab = tab;
        TimeWords times = TimeWords.here(desk.clock());
        removeAll();
        title = node.node().name();
        PageHead head = new PageHead(title, sentence(node));
        head.addWay(
                Markup.link(InventoryNavigation.PATH, "Inventory"),
                Markup.icon("right"),
                Markup.link(InventoryNavigation.NODES, "Nodes"),
                Markup.icon("right"),
                Markup.text("", title));
        boolean gone = node.vanishedAt() != null;
        if (!gone && node.node().clusterId() != null) {
            head.addActions(desk.upload().buttonOf(node.node(), () -> show(id, this.tab)));
        }
        if (present.mayOrder()) {
            head.addActions(new NodeButtons(desk, node, present, this::look).all());
        }
        orders.removeAll();
        if (!gone && node.node().clusterId() != null) {
            orders.add(new OrdersCard(present, times, this::takeBack));
        }
        if (desk.mayForget() && (gone || node.node().clusterId() == null)) {
            head.addActions(new Button(
                    "Forget…",
                    Markup.icon("close"),
                    event -> new ForgetDialog(node.node().name(), () -> forget(id)).open()));
        }
        add(head, tabs(id, node, results, tab));
        if (gone) {
            add(Markup.box(
                    "bw-banners",
                    Markup.box(
                            "bw-banner",
                            Markup.text("bw-hatch-mark", ""),
                            Markup.text(
                                    "bw-banner-text",
                                    "Its cluster has it no more, since " + times.minute(node.vanishedAt())
                                            + ". What is shown is as it was last; it is in no add-up."))));
        }
        if (!gone && node.evidence().freshness() != Freshness.FRESH
                || node.evidence().forced()) {
            add(Markup.box("bw-banners", banner(node.evidence(), times)));
        }
        add(content(id, node, results, tab, times));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        live = desk.live().follow(event.getUI(), EnumSet.of(Topic.FACTS, Topic.TIME), this::look);
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (live != null) {
            live.remove();
        }
    }

    /** Whether something came of what was ordered. What nothing came of is left alone, and with it where the reader is. */
    private void look() {
        UUID id = shown;
        if (id == null) {
            return;
        }
        try {
            NodeHand now = desk.hand(id);
            NodeDetail node = desk.node(id);
            NodeDetail before = seen;
            if (changed(before, node)) {
                show(id, tab);
            } else if (!now.equals(hand)) {
                hand = now;
                orders.removeAll();
                orders.add(new OrdersCard(now, TimeWords.here(desk.clock()), this::takeBack));
            }
        } catch (NotFound e) {
            // The node is gone; what was known stays on the page until its reader leaves it.
            shown = null;
        }
    }

    private static boolean changed(@Nullable NodeDetail before, NodeDetail now) {
        return before != null
                && !(before.node().equals(now.node())
                        && Objects.equals(
                                before.evidence().receivedAt(), now.evidence().receivedAt()));
    }

    private void forget(UUID id) {
        desk.machines().forget(id);
        getUI().ifPresent(ui -> ui.navigate(InventoryNavigation.NODES));
    }

    private static String sentence(NodeDetail node) {
        String system = node.node().osImage().isEmpty()
                ? "It does not say which system it runs"
                : node.node().osImage();
        String made = node.system().isEmpty() ? "" : ", made for containers";
        if (node.node().clusterId() == null) {
            return system + made + ". It belongs to no cluster.";
        }
        return system + made + ". In " + node.node().cluster() + ", with " + Counted.of(node.pods(), "pod", "pods")
                + ".";
    }

    private Component tabs(UUID id, NodeDetail node, NodeResults.OfNode results, NodeTab shown) {
        Nav tabs = new Nav();
        tabs.addClassName("bw-inner-tabs");
        tabs.getElement().setAttribute("aria-label", "Parts of the node");
        for (NodeTab tab : NodeTab.values()) {
            Anchor link = new Anchor(
                    InventoryNavigation.node(id) + (tab == NodeTab.SUMMARY ? "" : "?tab=" + tab.parameter()),
                    tab.word());
            long count = switch (tab) {
                case CHECKS ->
                    results.answers().stream()
                            .filter(answer -> answer.outcome() == Outcome.FAIL)
                            .count();
                case VULNERABILITIES -> desk.findings(id).counts().total();
                case PACKAGES -> node.evidence().packages();
                case SUMMARY, MACHINE -> 0;
            };
            if (count > 0) {
                link.add(Markup.text("bw-tab-count", Counted.number(count)));
            }
            if (tab == shown) {
                link.getElement().setAttribute("aria-current", "page");
            }
            tabs.add(link);
        }
        return tabs;
    }

    private static Div banner(EvidenceState evidence, TimeWords times) {
        String words = switch (evidence.freshness()) {
            case NONE -> "Nobody looked at this machine: everything that needs a look at it is unknown, not in order.";
            case STALE ->
                "The last look at this machine began "
                        + (evidence.collectedAt() == null ? "" : times.ago(evidence.collectedAt()))
                        + ", too long ago to rely on: everything that needs one is unknown.";
            case FRESH ->
                "This evidence was taken by force, though it says that it is of '" + evidence.hostname()
                        + "' with the machine id '" + evidence.machineId()
                        + "'. It is shown as it is and counts for nothing: in every add-up this node is unknown.";
        };
        return Markup.box("bw-banner", Markup.text("bw-hatch-mark", ""), Markup.text("bw-banner-text", words));
    }

    private void takeBack(NodeOrder order) {
        try {
            desk.withdraw(order);
        } catch (Conflict e) {
            UndoNotice.show(Failures.words(e), Optional.empty(), () -> {});
        }
        look();
    }

    private boolean ordered() {
        return hand != null && !hand.orders().isEmpty();
    }

    private Component content(UUID id, NodeDetail node, NodeResults.OfNode results, NodeTab tab, TimeWords times) {
        boolean looked = node.evidence().freshness() != Freshness.NONE;
        if (!looked && (tab == NodeTab.PACKAGES || tab == NodeTab.VULNERABILITIES || tab == NodeTab.MACHINE)) {
            return new EmptyState(
                    "Unknown",
                    tab.word() + " can be told when somebody has looked at the machine. The summary says how.");
        }
        return switch (tab) {
            case SUMMARY -> new NodeSummary(node, desk.receipts(id), results, ordered(), orders, times);
            case CHECKS -> CheckCards.of(results);
            case VULNERABILITIES -> new NodeFindingTable(desk, id);
            case PACKAGES -> new HostPackageTable(desk.evidence(id).packages());
            case MACHINE -> MachineCards.of(desk.evidence(id));
        };
    }
}
