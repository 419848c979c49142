package dev.breakwater.ui.clusters;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.fleet.ClusterView;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.coverage.CoverageNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** One cluster: how it is, what central holds of it, its tokens, and how it is let in again, cut off or removed. */
@Route(ClustersNavigation.PATH + "/of/:cluster")
@PermitAll
class ClusterDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Clusters clusters;
    private final Workloads workloads;
    private final Readers readers;
    private final Clock clock;
    private final boolean mayChange;
    private String name = "Cluster";

    ClusterDetailView(
            Clusters clusters, Workloads workloads, Readers readers, Clock clock, AuthenticationContext person) {
        this.clusters = clusters;
        this.workloads = workloads;
        this.readers = readers;
        this.clock = clock;
        this.mayChange = person.hasRole("ADMIN");
        addClassNames("bw-page", "bw-scroll");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        name = event.getRouteParameters().get("cluster").orElse("");
        try {
            show(clusters.get(name, readers.scope()));
        } catch (NotFound e) {
            throw new NotFoundException(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return name + " · Clusters · Breakwater";
    }

    private void show(ClusterView view) {
        removeAll();
        var cluster = view.cluster();
        TimeWords times = TimeWords.here(clock);
        String contact = cluster.lastContactAt() == null ? "never" : times.ago(cluster.lastContactAt());
        PageHead head = new PageHead(
                cluster.name(),
                (cluster.environment().isEmpty() ? "" : cluster.environment() + ". ")
                        + "Last contact " + contact + ". Added by " + cluster.createdBy() + " "
                        + times.ago(cluster.createdAt()) + ".");
        head.addWay(
                Markup.link(ClustersNavigation.PATH, "Clusters"),
                Markup.icon("right"),
                Markup.text("", cluster.name()));
        head.addBesideTitle(HealthMark.of(cluster.health().word()));
        add(head);
        Div cards = Markup.box("bw-cards");
        if (!cluster.health().reason().isEmpty()) {
            cards.add(Markup.box(
                    "bw-banner bw-card-wide",
                    Markup.icon("clock"),
                    Markup.text("", HealthMark.reason(cluster.health(), times))));
        }
        if (cluster.syncedAt() == null) {
            ArrivalChain chain = new ArrivalChain(workloads, readers);
            chain.show(view);
            cards.add(chain);
        }
        cards.add(kinds(view), tokens(view, times));
        if (mayChange) {
            head.addActions(actions(view, cards, times));
        }
        add(cards);
    }

    private static Div kinds(ClusterView view) {
        Div card = Markup.box("bw-card", new CardHead("What does central hold of it?", "objects by kind"));
        NativeTable table = table("Objects by kind", "Kind", "Objects", "Sight");
        view.kinds().forEach(kind -> {
            NativeTableRow row = table.getBody().addRow();
            row.addHeaderCell().setText(words(kind.kind()));
            row.addDataCell().add(Markup.text("bw-number", Counted.number(kind.objects())));
            row.addDataCell().add(Markup.text("bw-second", words(kind.sight()).toLowerCase(Locale.ROOT)));
        });
        card.add(table);
        if (!view.problems().isEmpty()) {
            card.add(Markup.link(
                    CoverageNavigation.PATH,
                    Counted.of(view.problems().size(), "place", "places") + " could not be read"));
        }
        return card;
    }

    private Div tokens(ClusterView view, TimeWords times) {
        Div card = Markup.box("bw-card", new CardHead("Which tokens let a sensor in?", "each can be used once"));
        NativeTable table = table("Enrolment tokens", "State", "Made", "Ends", "");
        view.tokens().forEach(token -> {
            NativeTableRow row = table.getBody().addRow();
            row.addHeaderCell().setText(token.state().toLowerCase(Locale.ROOT));
            row.addDataCell()
                    .add(Markup.text("bw-second", times.minute(token.createdAt()) + " by " + token.createdBy()));
            row.addDataCell().add(Markup.text("bw-second", times.minute(token.expiresAt())));
            var last = row.addDataCell();
            if (mayChange && token.state().equals("OPEN")) {
                last.add(new Button("Revoke", event -> {
                    clusters.revokeToken(view.cluster().id(), token.id());
                    again();
                }));
            }
        });
        card.add(table);
        return card;
    }

    private Div actions(ClusterView view, Div cards, TimeWords times) {
        var id = view.cluster().id();
        Button token = new Button("New token", event -> {
            NewClusterCard card = new NewClusterCard(clusters.newToken(id), times);
            cards.addComponentAsFirst(card);
        });
        Button revoke = new Button(
                "Cut off…",
                event -> new TypedNameDialog(
                                "Cut off " + name,
                                "Its sensor, certificates and tokens stop at once. What is known of it stays and grows old.",
                                name,
                                "Cut off",
                                typed -> {
                                    clusters.revoke(id);
                                    again();
                                })
                        .open());
        Button remove = new Button(
                "Remove…",
                event -> new TypedNameDialog(
                                "Remove " + name,
                                "Everything that is known of it is deleted now: workloads, violations, scores and their history. The"
                                        + " audit log stays. This cannot be undone.",
                                name,
                                "Remove",
                                typed -> {
                                    clusters.remove(id, typed);
                                    UI.getCurrent().navigate(ClustersNavigation.PATH);
                                })
                        .open());
        return Markup.box("bw-head-actions", token, revoke, remove);
    }

    private void again() {
        show(clusters.get(name, readers.scope()));
    }

    private static NativeTable table(String caption, String... headers) {
        NativeTable table = new NativeTable();
        table.addClassName("bw-table");
        table.setCaptionText(caption);
        NativeTableRow head = table.getHead().addRow();
        List.of(headers).forEach(header -> head.addHeaderCell().setText(header));
        return table;
    }

    private static String words(String constant) {
        String lower = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? "" : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
