package dev.breakwater.ui.registries;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.images.ImageWatches;
import dev.breakwater.central.images.RegistryImage;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.images.ImagesNavigation;
import dev.breakwater.ui.inventory.InventoryNavigation;
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

/** What registries hold of the repositories that run or are watched: which of it a newer one outdates, and what nobody runs. */
@Route(RegistriesNavigation.IMAGES)
@PageTitle("Images in registries · Breakwater")
@PermitAll
class RegistryImagesView extends ListView<RegistryImage> {

    private static final String OUTDATED = "stale:yes";

    private final transient ImageWatches watches;
    private final transient Readers readers;
    private @Nullable TermSwitch running;

    RegistryImagesView(RegistryImageSource images, ImageWatches watches, Readers readers, ListServices services) {
        super(
                images,
                new ListPage(
                        RegistriesNavigation.IMAGES,
                        "Images in registries",
                        "Tags of the repositories that run or are watched: which a newer one of the same series outdates, running"
                                + " or not.",
                        OUTDATED,
                        "name"),
                services);
        this.watches = watches;
        this.readers = readers;
    }

    @Override
    protected Optional<Component> tabs(String path) {
        return Optional.of(new RegistryTabs(path));
    }

    @Override
    protected Optional<Component> filterLead() {
        TermSwitch made = new TermSwitch(
                "Which images",
                "stale",
                List.of("yes", "no"),
                List.of("Outdated", "Newest"),
                () -> state().q(),
                filter -> filter(filter, true));
        running = made;
        return Optional.of(made);
    }

    @Override
    protected void columns(DataGrid<RegistryImage> grid) {
        TimeWords times = times();
        DataGrid.sortedBy(
                        grid.column(
                                "Image",
                                ImageCells.TEMPLATE,
                                Map.of(
                                        "imageWhole", RegistryImage::name,
                                        "imageHead", row -> ImageCells.head(row.repository()),
                                        "imageTail", row -> ImageCells.tail(row.repository()) + ":" + row.tag())),
                        "name")
                .setWidth("240px")
                .setFlexGrow(4)
                .setRowHeader(true);
        grid.text("Registry", "", "150px", RegistryImage::registry);
        grid.text("Newer", "", "120px", row -> row.newerTag().isEmpty() ? "none known" : row.newerTag());
        grid.text("Since", "newerSince", "92px", row -> row.newerSince() == null ? "" : times.age(row.newerSince()))
                .setFlexGrow(0);
        grid.text("Built", "builtAt", "92px", row -> row.builtAt() == null ? "unknown" : times.age(row.builtAt()))
                .setFlexGrow(0);
        grid.column(
                        "Workloads",
                        "<span class=\"bw-number ${item.none ? 'bw-none' : ''}\">${item.count}</span>",
                        Map.of(
                                "count", row -> Counted.number((int) row.workloads()),
                                "none", row -> row.workloads() == 0))
                .setKey("workloads")
                .setWidth("100px")
                .setFlexGrow(0)
                .setTextAlign(ColumnTextAlign.END);
        grid.text("Watched", "", "84px", row -> row.watched() ? "yes" : "no").setFlexGrow(0);
        grid.text("First seen", "firstSeenAt", "92px", row -> times.age(row.firstSeenAt()))
                .setFlexGrow(0);
    }

    @Override
    protected Component detail(Opened<RegistryImage> opened) {
        RegistryImage row = opened.row();
        TimeWords times = times();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "Registry", Markup.text("", row.registry()));
        fact(
                facts,
                "Digest",
                row.digest() == null
                        ? Markup.text("", "the registry was not asked")
                        : Markup.link(ImagesNavigation.of(row.digest()), row.digest()));
        fact(facts, "Built", Markup.text("", row.builtAt() == null ? "unknown" : times.exact(row.builtAt())));
        fact(facts, "First seen", Markup.text("", times.exact(row.firstSeenAt())));
        fact(
                facts,
                "Workloads",
                row.workloads() == 0
                        ? Markup.text("", "nobody runs it")
                        : Markup.link(
                                InventoryNavigation.filteredEverywhere(new FilterExpression(List.of())
                                        .and("image", row.name() + "*")
                                        .toString()),
                                Counted.number((int) row.workloads())));
        fact(facts, "Watched", Markup.text("", row.watched() ? "yes" : "no, it is read since it runs"));
        fact(
                facts,
                "Repository read",
                Markup.text("", row.lookedAt() == null ? "not yet" : times.exact(row.lookedAt())));
        Div detail = Markup.box(
                "bw-detail",
                new DetailBar(
                        opened,
                        "image",
                        (RegistryImage other) -> open(other == null ? null : other.id()),
                        Markup.text("bw-meta", row.newerTag().isEmpty() ? "newest known" : "outdated")),
                Markup.heading(row.repository() + ":" + row.tag()));
        if (!row.error().isEmpty()) {
            detail.add(Markup.box(
                    "bw-banner",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text("bw-banner-text", "The repository could not be read the last time: " + row.error())));
        }
        detail.add(Markup.paragraph(verdict(row, times)), facts);
        return detail;
    }

    private static String verdict(RegistryImage row, TimeWords times) {
        return row.newerSince() == null
                ? "No newer image of the same series is known."
                : row.newerTag() + " of the same series came " + times.ago(row.newerSince()) + ".";
    }

    private static void fact(DescriptionList facts, String term, Component value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }

    @Override
    protected NarrowRow<RegistryImage> narrow() {
        TimeWords times = times();
        return new NarrowRow<>(
                row -> "",
                row -> row.repository() + ":" + row.tag(),
                row -> verdict(row, times),
                row -> Counted.of((int) row.workloads(), "workload", "workloads"));
    }

    @Override
    protected String countWords(int matches) {
        if (running != null) {
            running.show(state().q());
        }
        return Counted.capped(matches);
    }

    /** What was not read may be outdated, too. */
    private String unread() {
        ImageWatches.Reading reading = watches.reading(readers.scope());
        return reading.unread() == 0
                ? "Every repository that runs or is watched was read."
                : Counted.number(reading.unread()) + " of "
                        + Counted.of(reading.all(), "repository", "repositories")
                        + " could not be read: whether something newer is there is unknown.";
    }

    @Override
    protected EmptyState empty(ListState state) {
        int tags = source().count("");
        if (tags == 0) {
            return new EmptyState(
                    "No repository was read yet",
                    "The repositories of what runs, and those that are watched, are read every few hours as soon as their registry"
                            + " can be reached. Until then it is unknown whether something newer is there.",
                    Markup.link(RegistriesNavigation.PATH, "Registries"));
        }
        return state.q().equals(OUTDATED)
                ? new EmptyState(
                        "Nothing is known to be outdated",
                        Counted.of(tags, "tag was read. It is", "tags were read. Each is")
                                + " the newest of its series, or has no number by which a newer one could be told. "
                                + unread(),
                        new Button("Show all", event -> filter("", true)))
                : new EmptyState(
                        "No image matches",
                        "The filter is " + state.q() + ".",
                        new Button("Show all", event -> filter("", true)));
    }
}
