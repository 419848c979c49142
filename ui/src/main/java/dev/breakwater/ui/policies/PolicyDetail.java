package dev.breakwater.ui.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.overview.PolicyFigures.Figure;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.ListView.Opened;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TabLists;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.violations.ViolationsNavigation;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one policy says: the rule in words, why, and how to mend it; and how it came to be so. */
final class PolicyDetail extends Div {

    /**
     * What can be done from here.
     *
     * @param open opens another row, {@code null} closes the detail
     * @param act asks about an action on this row
     * @param reread shows it anew after it was changed
     */
    record Ways(Consumer<@Nullable StoredPolicy> open, Consumer<BulkAction> act, Runnable reread) {}

    private final PolicyDesk desk;
    private final StoredPolicy stored;
    private final Figure figure;
    private final TimeWords times;
    private final Ways ways;
    private final Div content = Markup.box("bw-detail-content");

    PolicyDetail(Opened<StoredPolicy> opened, Figure figure, PolicyDesk desk, TimeWords times, Ways ways) {
        this.desk = desk;
        this.stored = opened.row();
        this.figure = figure;
        this.times = times;
        this.ways = ways;
        Policy policy = stored.policy();
        addClassNames("bw-detail", "bw-detail-footed");
        add(
                new DetailBar(
                        opened,
                        "policy",
                        ways.open(),
                        SeverityMark.of(policy.severity()),
                        Markup.text("bw-meta", "version " + stored.version() + PoliciesView.originWords(stored))),
                Markup.heading(policy.name()),
                Markup.paragraph(policy.description()));
        Tabs tabs = new Tabs();
        tabs.addClassName("bw-tabs");
        TabLists.mend(tabs);
        Tab says = new Tab("Policy");
        Tab history = new Tab("History");
        tabs.add(says, history);
        tabs.addSelectedChangeListener(event -> show(event.getSelectedTab() == history));
        add(tabs, content, footer());
        show(false);
    }

    private void show(boolean history) {
        content.removeAll();
        if (history) {
            content.add(new PolicyHistory(desk, stored, times, ways.reread()));
        } else {
            says();
        }
    }

    private Div footer() {
        Policy policy = stored.policy();
        boolean mayChange = desk.mayChange();
        Div footer = Markup.box("bw-detail-foot");
        if (mayChange) {
            Button edit = new Button(
                    stored.asCode() ? "Look at it" : "Edit", event -> go(PoliciesNavigation.edit(policy.id())));
            edit.addThemeVariants(ButtonVariant.PRIMARY);
            footer.add(
                    edit,
                    new Button(
                            "Clone",
                            event -> event.getSource()
                                    .getUI()
                                    .ifPresent(ui -> ui.navigate(
                                            PoliciesNavigation.NEW,
                                            QueryParameters.of(
                                                    "from", policy.id().toString())))));
        }
        Button toggle = new Button(
                policy.enabled() ? "Switch off…" : "Switch on…",
                event -> ways.act().accept(new SwitchPolicies(desk, !policy.enabled())));
        toggle.setEnabled(mayChange);
        if (!mayChange) {
            toggle.setTooltipText("Only administrators switch policies.");
        }
        ExportPolicies export = new ExportPolicies(desk.policies()::list);
        Button file = new Button("Export", event -> export.runAtOnce(List.of(policy.id())));
        file.setTooltipText("As YAML, which the import and bwctl take");
        footer.add(toggle, file);
        if (mayChange && !stored.builtIn() && !stored.asCode()) {
            footer.add(new Button("Delete…", event -> ways.act().accept(new DeletePolicies(desk))));
        }
        return footer;
    }

    private void go(String path) {
        getUI().ifPresent(ui -> ui.navigate(path));
    }

    private void says() {
        Policy policy = stored.policy();
        content.add(Markup.box(
                "bw-empty-actions",
                Markup.text(
                        policy.enabled() ? "bw-on" : "bw-second",
                        policy.enabled() ? "This policy is on." : "This policy is off."),
                Markup.link(
                        ViolationsNavigation.filtered("state:open policy:" + policy.id()) + "&scope=workloads:all",
                        Counted.of(figure.violations(), "open violation", "open violations"))));
        if (!PoliciesView.isJudged(stored)) {
            content.add(Markup.box(
                    "bw-banner",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text(
                            "bw-banner-text",
                            "It asks about what happens while workloads run, or while images are built. Nothing reports that"
                                    + " yet, so for every workload it is unknown. That is not counted as passed.")));
        }
        if (figure.unjudged() > 0) {
            content.add(Markup.box(
                    "bw-banner",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text("bw-banner-text", "It could not be judged everywhere. That is not counted as passed."),
                    Markup.link(
                            InventoryNavigation.filteredEverywhere("unjudged:" + policy.id()),
                            Counted.of(figure.unjudged(), "workload", "workloads"))));
        }
        content.add(
                Markup.subheading("Rule"),
                Markup.paragraph("A workload violates it where all of one alternative hold on the same object:"));
        policy.sections().forEach(section -> content.add(rule(section)));
        places("Only where", policy.scopes().stream().map(PolicySentence::place).toList());
        places(
                "Not where",
                policy.exclusions().stream()
                        .map(exclusion -> PolicySentence.place(exclusion.scope()) + " (" + exclusion.reason() + ")")
                        .toList());
        text("Why it matters", policy.rationale());
        text("How to mend it", policy.remediation());
        Div tags = Markup.box("bw-tags");
        policy.categories().forEach(category -> tags.add(Markup.text("bw-tag", category)));
        policy.mitre().forEach(technique -> tags.add(Markup.text("bw-tag", technique)));
        policy.controls().forEach(control -> tags.add(Markup.text("bw-tag", control)));
        content.add(Markup.subheading("Serves"), tags);
    }

    private static Div rule(Policy.Section section) {
        UnorderedList list = new UnorderedList();
        section.groups().forEach(group -> list.add(Markup.item(RuleWords.of(group))));
        Div box = Markup.box("bw-finding");
        if (!section.name().isEmpty()) {
            box.add(Markup.text("bw-meta", section.name()));
        }
        box.add(list);
        return box;
    }

    private void places(String title, List<String> places) {
        if (!places.isEmpty()) {
            UnorderedList list = new UnorderedList();
            places.forEach(place -> list.add(Markup.item(place)));
            content.add(Markup.subheading(title), list);
        }
    }

    private void text(String title, String text) {
        if (!text.isEmpty()) {
            content.add(Markup.subheading(title), Markup.paragraph(text));
        }
    }
}
