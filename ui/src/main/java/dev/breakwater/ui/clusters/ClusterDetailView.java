package dev.breakwater.ui.clusters;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.compliance.BenchmarkChoices;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.fleet.ClusterView;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.compliance.BenchmarkField;
import dev.breakwater.ui.coverage.CoverageNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** One cluster: how it is, what central holds of it, its tokens, and how it is let in again, cut off or removed. */
@Route(ClustersNavigation.PATH + "/of/:cluster")
@PermitAll
class ClusterDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Clusters clusters;
    private final Workloads workloads;
    private final BenchmarkChoices benchmarks;
    private final ComplianceRuns runs;
    private final Readers readers;
    private final Clock clock;
    private final boolean mayChange;
    private String name = "Cluster";

    ClusterDetailView(
            Clusters clusters,
            Workloads workloads,
            BenchmarkChoices benchmarks,
            ComplianceRuns runs,
            Readers readers,
            Clock clock,
            AuthenticationContext person) {
        this.clusters = clusters;
        this.workloads = workloads;
        this.benchmarks = benchmarks;
        this.runs = runs;
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
                (cluster.environment().isEmpty() ? "" : "Environment " + cluster.environment() + ". ")
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
        benchmarks.all(readers.scope()).stream()
                .filter(one -> one.clusterId().equals(cluster.id()))
                .findFirst()
                .ifPresent(one -> cards.add(Markup.box(
                        "bw-card",
                        new CardHead(
                                "Which version of CIS Kubernetes is it held to?",
                                "by its oldest kubelet, or as chosen"),
                        new BenchmarkField(benchmarks, one, mayChange, times, () -> {
                            runs.run(cluster.id(), "a version of CIS Kubernetes was chosen");
                            again();
                        }))));
        if (mayChange) {
            head.addActions(actions(view, cards, times));
        }
        add(cards);
    }

    private static Div kinds(ClusterView view) {
        Div card = Markup.box("bw-card", new CardHead("What does central hold of it?", "objects by kind"));
        FactTable table = new FactTable("Objects by kind", List.of("Kind", "Objects", "Sight"), Set.of(1));
        table.addClassName("bw-kinds");
        view.kinds()
                .forEach(kind -> table.row(
                        Markup.text("", words(kind.kind())),
                        Markup.text("bw-number", Counted.number(kind.objects())),
                        Markup.text("bw-second", words(kind.sight()).toLowerCase(Locale.ROOT))));
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
        FactTable table = new FactTable("Enrolment tokens", List.of("State", "Made", "Ends", ""));
        view.tokens()
                .forEach(token -> table.row(
                        Markup.text("", token.state().toLowerCase(Locale.ROOT)),
                        Markup.text("bw-second", times.minute(token.createdAt()) + " by " + token.createdBy()),
                        Markup.text("bw-second", times.minute(token.expiresAt())),
                        mayChange && token.state().equals("OPEN") ? revoke(view, token.id()) : Markup.text("", "")));
        card.add(table);
        return card;
    }

    private Button revoke(ClusterView view, UUID token) {
        return new Button("Revoke", event -> {
            clusters.revokeToken(view.cluster().id(), token);
            again();
        });
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

    private static String words(String constant) {
        String lower = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return lower.isEmpty() ? "" : lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1);
    }
}
