package dev.breakwater.ui.registries;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.images.Scan;
import dev.breakwater.ui.images.ImagesNavigation;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DataGrid;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ImageCells;
import dev.breakwater.ui.part.ListPage;
import dev.breakwater.ui.part.ListServices;
import dev.breakwater.ui.part.ListState;
import dev.breakwater.ui.part.ListView;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.NarrowRow;
import dev.breakwater.ui.part.TermSwitch;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The jobs that look inside images: how far they are, and why they failed. */
@Route(RegistriesNavigation.SCANS)
@PageTitle("Scans · Breakwater")
@PermitAll
class ScansView extends ListView<Scan> {

    private final transient ScanActions actions;
    private final transient UnseenBanner unseen;
    private @Nullable TermSwitch states;

    ScansView(ScanSource scans, ScanActions actions, RegistryHint hint, ListServices services) {
        super(
                scans,
                new ListPage(
                        RegistriesNavigation.SCANS,
                        "Scans",
                        "Jobs that look inside images: how far they are, and why one could not.",
                        "",
                        "-createdAt"),
                services);
        this.actions = actions;
        this.unseen = hint.banner();
    }

    @Override
    protected Optional<Component> filterLead() {
        TermSwitch made = new TermSwitch(
                "Which scans",
                "state",
                List.of("queued", "running", "done", "failed", "cancelled"),
                () -> state().q(),
                filter -> filter(filter, true));
        states = made;
        return Optional.of(made);
    }

    @Override
    protected List<Component> warnings() {
        return unseen.of(state().scope());
    }

    @Override
    protected List<BulkAction> bulkActions() {
        return List.of(actions.retry(), actions.cancel());
    }

    @Override
    protected void columns(DataGrid<Scan> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Image",
                                ImageCells.TEMPLATE,
                                Map.of(
                                        "imageWhole", Scan::image,
                                        "imageHead", row -> ImageCells.head(row.image()),
                                        "imageTail", row -> ImageCells.tail(row.image()))),
                        "image")
                .setWidth("260px")
                .setFlexGrow(3)
                .setRowHeader(true);
        DataGrid.sortedBy(
                        grid.column(
                                "State",
                                "<span class=\"${item.css}\">${item.state}</span>",
                                Map.of(
                                        "css",
                                        row -> row.state() == Scan.State.FAILED ? "bw-sight-bad" : "bw-second",
                                        "state",
                                        row -> ScanWords.state(row, times))),
                        "state")
                .setWidth("130px")
                .setFlexGrow(0);
        grid.text("Reason", "", "220px", Scan::lastError).setFlexGrow(3);
        grid.text("By", "", "120px", ScanWords::via).setFlexGrow(0);
        grid.text("Why", "", "140px", Scan::cause).setFlexGrow(1);
        grid.text("Read", "", "84px", ScanWords::read).setFlexGrow(0);
        grid.text("Asked", "createdAt", "76px", row -> times.age(row.createdAt()))
                .setFlexGrow(0);
        grid.text("Ended", "finishedAt", "76px", row -> row.finishedAt() == null ? "" : times.age(row.finishedAt()))
                .setFlexGrow(0);
    }

    @Override
    protected Component detail(Opened<Scan> opened) {
        Scan row = opened.row();
        TimeWords times = times();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Registry", Markup.text("", row.registry()));
        fact(
                facts,
                "Digest",
                row.digest() == null
                        ? Markup.text("", "only the name is known")
                        : Markup.link(ImagesNavigation.of(row.digest()), row.digest()));
        fact(facts, "Platform", Markup.text("", row.platform()));
        fact(facts, "By", Markup.text("", ScanWords.via(row)));
        fact(
                facts,
                "Why",
                Markup.text("", row.cause() + (row.requestedBy().isEmpty() ? "" : ", by " + row.requestedBy())));
        fact(facts, "Attempts", Markup.text("", Counted.number(row.attempts())));
        fact(
                facts,
                "Layers",
                Markup.text("", row.layers() == 0 ? "not known yet" : row.layersDone() + " of " + row.layers()));
        fact(facts, "Asked", Markup.text("", times.exact(row.createdAt())));
        fact(facts, "Begun", Markup.text("", row.startedAt() == null ? "not yet" : times.exact(row.startedAt())));
        fact(facts, "Ended", Markup.text("", row.finishedAt() == null ? "not yet" : times.exact(row.finishedAt())));
        fact(facts, "Workloads", Markup.text("", Counted.number(row.workloads())));
        Div detail = Markup.box(
                "bw-detail",
                new DetailBar(
                        opened,
                        "scan",
                        (Scan other) -> open(other == null ? null : other.id()),
                        Markup.text("bw-meta", ScanWords.state(row, times))),
                Markup.heading(row.image()));
        if (!row.lastError().isEmpty()) {
            detail.add(Markup.box(
                    "bw-banner", Markup.text("bw-hatch-mark", ""), Markup.text("bw-banner-text", row.lastError())));
        }
        boolean over = row.state() != Scan.State.QUEUED && row.state() != Scan.State.RUNNING;
        detail.add(Markup.box("bw-empty-actions", button(over ? actions.retry() : actions.cancel(), row)), facts);
        return detail;
    }

    private Button button(BulkAction action, Scan row) {
        Button button = new Button(action.name() + "…", Markup.icon(action.icon()), event -> act(action, row.id()));
        action.refusal().ifPresent(why -> {
            button.setEnabled(false);
            button.setTooltipText(why);
        });
        return button;
    }

    private static void fact(DescriptionList facts, String term, Component value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }

    @Override
    protected NarrowRow<Scan> narrow() {
        TimeWords times = times();
        return new NarrowRow<>(
                row -> "",
                Scan::image,
                row -> ScanWords.state(row, times) + (row.lastError().isEmpty() ? "" : ": " + row.lastError()),
                row -> times.age(row.createdAt()));
    }

    @Override
    protected String countWords(int matches) {
        if (states != null) {
            states.show(state().q());
        }
        return Counted.capped(matches);
    }

    @Override
    protected EmptyState empty(ListState state) {
        return state.q().isEmpty()
                ? new EmptyState(
                        "No image was looked into yet",
                        "What runs is queued by itself, as soon as the registry that it comes from can be reached.",
                        Markup.link(RegistriesNavigation.PATH, "Registries"))
                : new EmptyState(
                        "No scan matches",
                        "The filter is " + state.q() + ".",
                        new Button("Show all", event -> filter("", true)));
    }
}
