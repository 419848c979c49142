package dev.breakwater.ui.registries;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.images.ImageWatch;
import dev.breakwater.central.images.ImageWatches;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Repositories that people want to be told of, whether anything of them runs or not. */
@Route(RegistriesNavigation.WATCHED)
@PageTitle("Watched repositories · Breakwater")
@RolesAllowed("ADMIN")
class WatchesView extends Div implements AfterNavigationObserver {

    private static final String WATCH = "Watch a repository…";

    private final transient ImageWatches watches;
    private final transient Clock clock;
    private final Div body = Markup.box("bw-cards bw-cards-one");

    WatchesView(ImageWatches watches, Clock clock) {
        this.watches = watches;
        this.clock = clock;
        addClassNames("bw-page", "bw-scroll");
        PageHead head = new PageHead(
                "Registries",
                "Repositories whose tags are read though nothing of them may run yet. Those of what runs are read anyway.");
        Button add = new Button(WATCH, Markup.icon("plus"), event -> add());
        add.addThemeVariants(ButtonVariant.PRIMARY);
        head.addActions(add);
        add(head, new RegistryTabs(RegistriesNavigation.WATCHED), body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        List<ImageWatch> all = watches.list();
        body.removeAll();
        if (all.isEmpty()) {
            body.add(new EmptyState(
                    "No repository is watched",
                    "Watch the ones that you deliver to others or build on: their tags are read every few hours, and the newest"
                            + " are looked into if you want, whether anybody runs them or not.",
                    new Button(WATCH, event -> add())));
            return;
        }
        body.add(Markup.box(
                "bw-card bw-card-wide",
                new CardHead("What is watched?", Counted.of(all.size(), "repository", "repositories")),
                table(all)));
    }

    private FactTable table(List<ImageWatch> all) {
        TimeWords times = TimeWords.here(clock);
        FactTable table = new FactTable(
                "Watched repositories",
                List.of("Repository", "Tags", "Outdated", "Looked into", "Workloads", "Read", "What to do"),
                Set.of(1, 2, 4));
        all.forEach(watch -> table.row(
                name(watch),
                Markup.link(
                        RegistriesNavigation.images(in(watch).toString()),
                        neverRead(watch) ? "not known" : Counted.number(watch.tagCount())),
                Markup.link(
                        RegistriesNavigation.images(
                                in(watch).and("stale", "yes").toString()),
                        neverRead(watch) ? "not known" : Counted.number((int) watch.staleTags())),
                Markup.text(
                        "bw-second bw-wrap-anywhere",
                        watch.tags().isEmpty() ? "nothing" : "the newest 3 of " + watch.tags()),
                workloads(watch),
                read(watch, times),
                Markup.box(
                        "bw-row-actions",
                        named("Edit…", watch, () -> new WatchDialog(watches, watch, this::show).open()),
                        named("Remove…", watch, () -> remove(watch)))));
        return table;
    }

    /** Whether its tags were had at least once; of a repository without any nobody asks to be told. */
    private static boolean neverRead(ImageWatch watch) {
        return watch.lookedAt() == null || (!watch.error().isEmpty() && watch.tagCount() == 0);
    }

    private static FilterExpression in(ImageWatch watch) {
        return new FilterExpression(List.of()).and("registry", watch.registry()).and("repository", watch.repository());
    }

    private static Component name(ImageWatch watch) {
        Div name = Markup.box(
                "bw-stack",
                Markup.text("bw-name bw-wrap-anywhere", watch.repository()),
                Markup.text("bw-meta bw-wrap-anywhere", "in " + watch.registry()));
        if (!watch.note().isEmpty()) {
            name.add(Markup.text("bw-second bw-wrap-anywhere", watch.note()));
        }
        return name;
    }

    private static Component workloads(ImageWatch watch) {
        return watch.workloads() == 0
                ? Markup.text("bw-second", "nobody runs it")
                : Markup.link(
                        InventoryNavigation.filteredEverywhere(new FilterExpression(List.of())
                                .and("image", watch.registry() + "/" + watch.repository() + "*")
                                .toString()),
                        Counted.number((int) watch.workloads()));
    }

    private static Component read(ImageWatch watch, TimeWords times) {
        if (watch.lookedAt() == null) {
            return Markup.box(
                    "bw-reading-state", Markup.text("bw-hatch-mark", ""), Markup.text("bw-second", "not yet"));
        }
        return watch.error().isEmpty()
                ? Markup.text("bw-second", times.ago(watch.lookedAt()))
                : Markup.box(
                        "bw-stack",
                        Markup.box(
                                "bw-reading-state",
                                Markup.text("bw-hatch-mark", ""),
                                Markup.text("bw-name", "failed " + times.ago(watch.lookedAt()))),
                        Markup.text("bw-second bw-wrap-anywhere", watch.error()));
    }

    private static Button named(String words, ImageWatch watch, Runnable action) {
        Button button = new Button(words, event -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words.replace("…", "") + " " + watch.registry() + "/" + watch.repository());
        return button;
    }

    private void add() {
        new WatchDialog(watches, null, this::show).open();
    }

    private void remove(ImageWatch watch) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                "Stop watching " + watch.repository() + "?",
                "Its tags are forgotten unless a workload runs something of it. What was found in its images stays until it is"
                        + " too old.",
                "Stop watching",
                () -> {
                    watches.delete(watch.id());
                    dialog[0].close();
                    show();
                });
        dialog[0].open();
    }
}
