package dev.breakwater.ui.remedy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.remedy.FixPlans;
import dev.breakwater.central.remedy.FixPlans.Plan;
import dev.breakwater.central.remedy.FixPlans.Step;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.ExportMenu;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.part.Scoped;
import dev.breakwater.ui.part.Segments;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.stream.Stream;

/** Which upgrades to make first, with what each takes away. */
@Route(RemedyNavigation.PATH)
@PageTitle("Fix plan · Breakwater")
@PermitAll
class FixPlanView extends Div implements AfterNavigationObserver, Scoped {

    private final transient RemedyDesk desk;
    private final transient PlanLoad load = new PlanLoad(this);
    private final ExportMenu export;
    private final Segments<PlanFilter.Shown> kinds;
    private final Segments<Integer> lengths;
    private final TextField text = new TextField();
    private final ComboBox<String> team = new ComboBox<>();
    private final Div body = Markup.box("bw-plan");
    private PlanFilter filter = PlanFilter.USUAL;
    private transient @org.jspecify.annotations.Nullable Plan plan;

    FixPlanView(RemedyDesk desk) {
        this.desk = desk;
        addClassNames("bw-page", "bw-scroll");
        export = new ExportMenu(desk.exports(), "fix-plan", desk::reader);
        kinds = new Segments<>(
                "What is upgraded",
                List.of(PlanFilter.Shown.values()),
                PlanFilter.Shown::word,
                wanted -> go(filter.withShown(wanted)));
        lengths = new Segments<>(
                "How many steps", PlanFilter.LENGTHS, many -> many + " steps", wanted -> go(filter.withSteps(wanted)));
        text.setPlaceholder("Filter by name, team, workload or image");
        text.setAriaLabel("Filter the steps");
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(filter.withText(event.getValue().strip()));
            }
        });
        team.setPlaceholder("Every team");
        team.setAriaLabel("Team whose workloads are planned for");
        team.setClearButtonVisible(true);
        team.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(filter.withOwner(event.getValue() == null ? "" : event.getValue()));
            }
        });
        PageHead head = new PageHead(
                "Fix plan",
                "Which upgrades take most risk away, in the order in which to make them. Each drop is worked out by judging the workloads with it made.");
        head.addWay(
                Markup.link(VulnerabilitiesNavigation.PATH, "Vulnerabilities"),
                Markup.icon("right"),
                Markup.text("", "Fix plan"));
        head.addActions(export);
        add(head, Markup.box("bw-plan-filter", text, team, kinds, lengths), body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        PlanFilter wanted = PlanFilter.from(event.getLocation().getQueryParameters());
        boolean same = plan != null && wanted.samePlan(filter);
        filter = wanted;
        text.setValue(filter.text());
        showTeam();
        kinds.press(List.of(filter.shown()));
        lengths.press(List.of(filter.steps()));
        export.show(filter.place(), "");
        if (same) {
            show();
        } else {
            work();
        }
    }

    @Override
    public void showScope(Scope scope) {
        go(filter.withScope(scope));
    }

    private void go(PlanFilter wanted) {
        getUI().ifPresent(ui -> ui.navigate(RemedyNavigation.PATH, wanted.toQuery()));
    }

    /** Also one of a link that is none of the first teams. */
    private void showTeam() {
        String owner = filter.owner();
        List<String> teams = desk.teams();
        team.setItems(
                owner.isEmpty() || teams.contains(owner)
                        ? teams
                        : Stream.concat(Stream.of(owner), teams.stream()).toList());
        team.setValue(owner.isEmpty() ? null : owner);
    }

    private void work() {
        plan = null;
        body.removeAll();
        Div busy = new EmptyState(
                "The plan is being worked out",
                "Every upgrade is tried on every workload that it touches. This takes some seconds.");
        busy.getElement().setAttribute("role", "status");
        body.add(busy);
        UI ui = getUI().orElseGet(UI::getCurrent);
        load.start(
                ui,
                desk.plan(PlaceFilter.parseOwned(filter.place()), filter.steps()),
                found -> {
                    plan = found;
                    show();
                },
                this::fail);
    }

    private void fail(RuntimeException failure) {
        body.removeAll();
        body.add(new EmptyState(
                "The plan could not be worked out", Failures.words(failure), new Button("Try again", event -> work())));
    }

    private void show() {
        Plan now = plan;
        if (now == null) {
            return;
        }
        body.removeAll();
        if (now.workloads() == 0) {
            body.add(new EmptyState(
                    "No workload in this scope has a score",
                    "There is nothing to plan for. The scope above or the team leaves none, or none was judged yet."));
            return;
        }
        body.add(figures(now));
        List<String> limits = PlanWords.limits(now);
        List<Step> steps = now.steps().stream().filter(filter::takes).toList();
        body.add(steps.isEmpty() ? nothing(now) : steps(now, steps));
        if (filter.shown() != PlanFilter.Shown.PACKAGES) {
            body.add(new BasesCard(now.bases(), desk));
        }
        if (!limits.isEmpty()) {
            UnorderedList list = new UnorderedList();
            limits.forEach(limit -> list.add(Markup.item(limit)));
            body.add(Markup.box("bw-card bw-plan-limits", new CardHead("What does it not know?", ""), list));
        }
    }

    private Component figures(Plan now) {
        TimeWords times = TimeWords.here(desk.clock());
        Div figures = Markup.box("bw-cve-figures");
        figures.add(
                figure(
                        "Risk now",
                        PlanWords.score(now.before()),
                        "the sum of " + Counted.of(now.workloads(), "score", "scores")),
                figure("With every step", PlanWords.score(now.after()), PlanWords.drop(now.before() - now.after())),
                figure(
                        "Steps",
                        Counted.number(now.steps().size()),
                        "of " + Counted.of(now.upgrades(), "upgrade", "upgrades") + " that exist"),
                figure("As of", times.timeOfDay(now.asOf()), times.minute(now.asOf())));
        return figures;
    }

    private static Component figure(String label, String value, String fact) {
        return Markup.box(
                "bw-cve-figure",
                Markup.text("bw-meta", label),
                Markup.box("bw-cve-value", Markup.text("", value)),
                Markup.text("bw-meta", fact));
    }

    private static Component steps(Plan now, List<Step> steps) {
        OrderedList list = new OrderedList();
        list.addClassName("bw-plan-steps");
        for (int i = 0; i < now.steps().size(); i++) {
            Step step = now.steps().get(i);
            if (steps.contains(step)) {
                list.add(new StepCard(i + 1, step));
            }
        }
        String note = steps.size() == now.steps().size()
                ? "each given those before it"
                : Counted.number(steps.size()) + " of " + Counted.of(now.steps().size(), "step", "steps");
        return Markup.box("bw-card", new CardHead("What to upgrade, in this order", note), list);
    }

    private Component nothing(Plan now) {
        if (!now.steps().isEmpty()) {
            return new EmptyState(
                    "No step matches",
                    "The plan has " + Counted.of(now.steps().size(), "step", "steps")
                            + ", none of them of this kind or with this text.",
                    new Button(
                            "Show all steps",
                            event -> go(filter.withShown(PlanFilter.Shown.ALL).withText(""))));
        }
        return new EmptyState(
                "No upgrade lowers the risk here",
                FixPlans.MOST_WORKLOADS >= now.workloads() && now.imagesNotLookedInto() > 0
                        ? "Of " + Counted.of(now.imagesNotLookedInto(), "image", "images")
                                + " it is unknown what is in them; of the others no known version mends anything that counts."
                        : "No version is known that mends anything that counts in these workloads, or no feed of advisories is loaded.",
                Markup.link(InventoryNavigation.IMAGES, "Images"),
                Markup.link(VulnerabilitiesNavigation.FEEDS, "Feeds"));
    }
}
