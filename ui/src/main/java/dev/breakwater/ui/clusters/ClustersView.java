package dev.breakwater.ui.clusters;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ExportMenu;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The clusters, the worst first. */
@Route(ClustersNavigation.PATH)
@PageTitle("Clusters · Breakwater")
@PermitAll
class ClustersView extends Div implements AfterNavigationObserver {

    private static final List<String> HEADERS =
            List.of("Cluster", "Health", "Reason", "Last contact", "Workloads", "Kubernetes", "Sensor");

    private final Clusters clusters;
    private final Readers readers;
    private final Clock clock;
    private final Div body = Markup.box("bw-cards bw-cards-one");
    private final Span count = Markup.text("bw-count", "");
    private final boolean mayAdd;

    ClustersView(Clusters clusters, Readers readers, ListServices services, AuthenticationContext person) {
        this.clusters = clusters;
        this.readers = readers;
        this.clock = services.clock();
        this.mayAdd = person.hasRole("ADMIN");
        addClassNames("bw-page", "bw-scroll");
        PageHead head =
                new PageHead("Clusters", "Where sensors run, how well they see, and since when they said nothing.");
        head.addBesideTitle(count);
        ExportMenu export = new ExportMenu(services.exports(), "clusters", readers::scope);
        export.show("", "name");
        head.addActions(export, addButton());
        add(head, body);
        addAttachListener(event -> {
            var changes = services.live()
                    .follow(event.getUI(), EnumSet.of(LiveUpdates.Topic.TIME, LiveUpdates.Topic.PEOPLE), this::show);
            addDetachListener(detach -> changes.remove());
        });
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private Button addButton() {
        Button add = new Button(
                "Add cluster…", Markup.icon("plus"), event -> UI.getCurrent().navigate(ClustersNavigation.ADD));
        add.addThemeVariants(ButtonVariant.PRIMARY);
        add.setEnabled(mayAdd);
        if (!mayAdd) {
            add.setTooltipText("Only administrators add clusters.");
        }
        return add;
    }

    private void show() {
        List<ClusterRow> rows =
                clusters
                        .list(new ListRequest("", "name", ListRequest.MAX_PAGE_SIZE, null), readers.scope())
                        .items()
                        .stream()
                        .sorted(Comparator.comparing((ClusterRow row) -> !HealthMark.isNotice(row.health()))
                                .thenComparing(ClusterRow::name))
                        .toList();
        long notices =
                rows.stream().filter(row -> HealthMark.isNotice(row.health())).count();
        count.setText(
                rows.isEmpty()
                        ? ""
                        : Counted.number(rows.size()) + (notices == 0 ? "" : ", " + notices + " to look at"));
        body.removeAll();
        if (rows.isEmpty()) {
            body.add(new EmptyState(
                    "No cluster is connected yet",
                    "A sensor in each cluster reads what runs there and sends it here. Adding one takes about five minutes; a"
                            + " folder of manifests will do as well.",
                    addButton()));
            return;
        }
        FactTable table = new FactTable("Clusters", HEADERS, Set.of(4));
        TimeWords times = TimeWords.here(clock);
        rows.forEach(row -> line(table, row, times));
        body.add(Markup.box("bw-card bw-card-wide", table));
    }

    private static void line(FactTable table, ClusterRow row, TimeWords times) {
        var name = Markup.link(ClustersNavigation.of(row.name()), row.name());
        name.addClassName("bw-name");
        Span contact = Markup.text("bw-second", row.lastContactAt() == null ? "never" : times.ago(row.lastContactAt()));
        if (row.lastContactAt() != null) {
            contact.setTitle(times.exact(row.lastContactAt()));
        }
        table.row(
                Markup.box("bw-stack", name, Markup.text("bw-meta", row.environment())),
                HealthMark.of(row.health().word()),
                Markup.text(
                        "bw-second",
                        row.health().reason().isEmpty() ? "all in order" : HealthMark.reason(row.health(), times)),
                contact,
                Markup.link(
                        InventoryNavigation.filteredEverywhere("cluster:" + row.id()), Counted.number(row.workloads())),
                Markup.text("bw-second", said(row.kubernetesVersion())),
                Markup.text("bw-second", said(row.sensorVersion())));
    }

    private static String said(String value) {
        return value.isEmpty() ? "unknown" : value;
    }
}
