package dev.breakwater.ui.policies;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import dev.breakwater.central.overview.PolicyFigures.Figure;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.ListView.Opened;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.violations.ViolationsNavigation;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What one policy says: the rule in words, why, and how to mend it. */
final class PolicyDetail extends Div {

    PolicyDetail(
            Opened<StoredPolicy> opened,
            Figure figure,
            boolean mayChange,
            Consumer<Boolean> change,
            Consumer<@Nullable StoredPolicy> open) {
        StoredPolicy stored = opened.row();
        Policy policy = stored.policy();
        addClassName("bw-detail");
        add(new DetailBar(
                opened,
                "policy",
                open,
                SeverityMark.of(policy.severity()),
                Markup.text("bw-meta", "version " + stored.version() + (stored.builtIn() ? ", built in" : ""))));
        add(Markup.heading(policy.name()), Markup.paragraph(policy.description()));
        Button toggle =
                new Button(policy.enabled() ? "Switch off…" : "Switch on…", event -> change.accept(!policy.enabled()));
        toggle.setEnabled(mayChange);
        if (!mayChange) {
            toggle.setTooltipText("Only administrators switch policies.");
        }
        add(Markup.box(
                "bw-empty-actions",
                Markup.text(
                        policy.enabled() ? "bw-on" : "bw-second",
                        policy.enabled() ? "This policy is on." : "This policy is off."),
                toggle,
                Markup.link(
                        ViolationsNavigation.filtered("state:open policy:" + policy.id()) + "&scope=workloads:all",
                        Counted.of(figure.violations(), "open violation", "open violations"))));
        if (!PoliciesView.isJudged(stored)) {
            add(Markup.box(
                    "bw-banner",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text(
                            "bw-banner-text",
                            "It asks about what happens while workloads run, or while images are built. Nothing reports that"
                                    + " yet, so for every workload it is unknown. That is not counted as passed.")));
        }
        if (figure.unjudged() > 0) {
            add(Markup.box(
                    "bw-banner",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text("bw-banner-text", "It could not be judged everywhere. That is not counted as passed."),
                    Markup.link(
                            InventoryNavigation.filteredEverywhere("unjudged:" + policy.id()),
                            Counted.of(figure.unjudged(), "workload", "workloads"))));
        }
        add(
                Markup.subheading("Rule"),
                Markup.paragraph("A workload violates it where all of one alternative hold on the same object:"));
        policy.sections().forEach(section -> add(rule(section)));
        places("Only where", policy.scopes().stream().map(PolicyDetail::words).toList());
        places(
                "Not where",
                policy.exclusions().stream()
                        .map(exclusion -> words(exclusion.scope()) + " (" + exclusion.reason() + ")")
                        .toList());
        text("Why it matters", policy.rationale());
        text("How to mend it", policy.remediation());
        Div tags = Markup.box("bw-tags");
        policy.categories().forEach(category -> tags.add(Markup.text("bw-tag", category)));
        policy.mitre().forEach(technique -> tags.add(Markup.text("bw-tag", technique)));
        policy.controls().forEach(control -> tags.add(Markup.text("bw-tag", control)));
        add(Markup.subheading("Serves"), tags);
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

    private void places(String title, java.util.List<String> places) {
        if (!places.isEmpty()) {
            UnorderedList list = new UnorderedList();
            places.forEach(place -> list.add(Markup.item(place)));
            add(Markup.subheading(title), list);
        }
    }

    private void text(String title, String text) {
        if (!text.isEmpty()) {
            add(Markup.subheading(title), Markup.paragraph(text));
        }
    }

    private static String words(Policy.Scope scope) {
        StringBuilder words = new StringBuilder();
        part(words, "cluster", scope.cluster());
        part(words, "namespace", scope.namespace());
        part(words, "workload", scope.workload());
        scope.labels().forEach(label -> part(words, "label", label));
        scope.namespaceLabels().forEach(label -> part(words, "namespace label", label));
        return words.isEmpty() ? "everywhere" : words.toString();
    }

    private static void part(StringBuilder words, String name, String value) {
        if (!value.isEmpty()) {
            words.append(words.isEmpty() ? "" : ", ").append(name).append(' ').append(value);
        }
    }
}
