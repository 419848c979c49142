package dev.breakwater.ui.violations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import dev.breakwater.central.detection.Assignee;
import dev.breakwater.central.detection.SeenObject;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.ui.checks.ChecksNavigation;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.BulkAction;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.ListView.Opened;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TabLists;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.risk.RiskNavigation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One violation: the verdict in words, what was found and where, what mends it, and how it came to be. */
final class ViolationDetail extends Div {

    private static final int RECENT = 6;

    private final ViolationDesk desk;
    private final TimeWords times;
    private final ViolationRow row;
    private final Div content = Markup.box("bw-detail-content");
    private final Map<Tab, Supplier<Component>> contents = new LinkedHashMap<>();

    /**
     * @param open opens another row, {@code null} closes the detail
     * @param act asks about a decision on this row
     */
    ViolationDetail(
            Opened<ViolationRow> opened,
            ViolationDesk desk,
            TimeWords times,
            Consumer<@Nullable ViolationRow> open,
            BiConsumer<BulkAction, ViolationRow> act) {
        this.desk = desk;
        this.times = times;
        this.row = opened.row();
        addClassNames("bw-detail", "bw-detail-footed");
        getElement().setAttribute("aria-label", "Violation");
        add(bar(opened, open), Markup.heading(VerdictWords.of(row)), facts());
        Optional.ofNullable(VerdictWords.silence(row, times))
                .ifPresent(words -> add(Markup.box("bw-silence", Markup.icon("clock"), Markup.text("", words))));
        StoredPolicy policy = desk.explanations().policy(row.id(), desk.reader());
        Tabs tabs = new Tabs();
        tabs.addClassName("bw-tabs");
        TabLists.mend(tabs);
        tab(tabs, "Summary", this::summary);
        tab(tabs, "Object", this::object);
        tab(tabs, "Policy v" + policy.version(), () -> new PolicyThen(policy, times));
        tab(tabs, "History", this::history);
        tabs.addSelectedChangeListener(event -> show(event.getSelectedTab()));
        show(tabs.getSelectedTab());
        add(tabs, content, footer(act));
    }

    private void tab(Tabs tabs, String name, Supplier<Component> part) {
        Tab tab = new Tab(name);
        contents.put(tab, part);
        tabs.add(tab);
    }

    /** A tab is read when it is looked at. */
    private void show(Tab tab) {
        content.removeAll();
        content.add(contents.getOrDefault(tab, Div::new).get());
    }

    private Component bar(Opened<ViolationRow> opened, Consumer<@Nullable ViolationRow> open) {
        String state = row.state().toLowerCase(Locale.ROOT);
        Span age = Markup.text(
                "bw-meta",
                switch (state) {
                    case "open" -> "open for " + times.age(row.openedAt());
                    case "attempted" -> "attempted " + times.ago(row.changedAt());
                    default -> state + ", opened " + times.age(row.openedAt());
                });
        age.setTitle(times.exact(row.openedAt()));
        return new DetailBar(opened, "violation", open, SeverityMark.of(row.severity()), age);
    }

    private Component facts() {
        var workload = row.workload();
        String name = workload.namespace() + " / " + workload.name();
        // What was refused may not be there.
        Component object =
                row.checkId() == null ? Markup.link(RiskNavigation.of(workload.id()), name) : Markup.text("", name);
        object.getElement().insertChild(0, Markup.icon("cube").getElement());
        object.addClassName("bw-tag");
        Anchor cluster =
                Markup.link(InventoryNavigation.filtered("cluster:" + workload.clusterId()), workload.cluster());
        cluster.addClassName("bw-tag");
        Div facts = Markup.box("bw-tags", object, cluster, Markup.text("bw-tag", workload.kind()));
        facts.add(Markup.text("bw-tag", workload.owner().isEmpty() ? "no owner" : "owner " + workload.owner()));
        if (row.checkId() != null) {
            Anchor check = Markup.link(ChecksNavigation.opened(row.checkId()), "the check");
            check.addClassName("bw-tag");
            facts.add(check);
        }
        if (row.provisional()) {
            facts.add(Markup.text("bw-tag bw-tag-unknown", "provisional: the cluster is not read completely yet"));
        }
        return facts;
    }

    private Component summary() {
        Optional<SeenObject> object = desk.explanations().object(row.id(), desk.reader());
        Div summary = Markup.box("bw-verdict", new EvidenceSection(row, object, times));
        summary.add(new FixSection(desk.explanations().fix(row.id(), desk.reader())));
        var comments = desk.triage().comments(row.id(), desk.reader());
        if (!comments.isEmpty()) {
            summary.add(Markup.subheading("Comments"), ViolationHistory.comments(comments, times));
        }
        var events = desk.violations().history(row.id(), desk.reader());
        summary.add(
                Markup.subheading("History"),
                ViolationHistory.of(events.stream().limit(RECENT).toList(), times));
        return summary;
    }

    private Component object() {
        return desk.explanations()
                .object(row.id(), desk.reader())
                .<Component>map(seen -> Markup.box(
                        "bw-verdict",
                        Markup.text(
                                "bw-meta",
                                "As read " + times.minute(seen.readAt())
                                        + ". What is not kept (status, strategies, details of probes) is not shown, and what"
                                        + " looked secret stayed in the cluster."),
                        new YamlView("The object", 1, seen.lines(), EvidenceSection.notes(seen.findings()))))
                .orElseGet(() -> Markup.text(
                        "bw-meta",
                        row.checkId() == null
                                ? "The workload is gone, and its object with it."
                                : "What was refused is not kept but for what was found in it."));
    }

    private Component history() {
        return ViolationHistory.of(desk.violations().history(row.id(), desk.reader()), times);
    }

    private Component footer(BiConsumer<BulkAction, ViolationRow> act) {
        Assignee assignee = row.assignee();
        Button owner = decision(new Decisions.Assign(desk), assignee == null ? "Assign…" : assignee.name(), act);
        owner.setAriaLabel(assignee == null ? "Assign" : "Assigned to " + assignee.name() + ", assign to another");
        Div footer = Markup.box(
                "bw-detail-foot",
                owner,
                decision(new Decisions.Comment(desk), "Comment…", act),
                Markup.box("bw-spacer"));
        footer.getElement().setAttribute("role", "group");
        footer.getElement().setAttribute("aria-label", "Decisions");
        switch (row.state()) {
            case "OPEN" -> {
                if (row.unconfirmed()) {
                    footer.add(decision(new Decisions.Resolve(desk), "Resolve…", act));
                }
                footer.add(
                        decision(new Decisions.Accept(desk), "Accept…", act),
                        decision(new Exclude(desk), "Exclude…", act));
            }
            case "ATTEMPTED" ->
                footer.add(
                        decision(new Decisions.Resolve(desk), "Resolve…", act),
                        decision(new Exclude(desk), "Exclude…", act));
            case "ACCEPTED" ->
                footer.add(
                        decision(new Decisions.Reopen(desk), "Reopen…", act),
                        decision(new Exclude(desk), "Exclude…", act));
            case "EXCLUDED" ->
                footer.add(Markup.link(
                        ViolationsNavigation.exclusion(
                                row.silence() == null ? null : row.silence().id()),
                        "The exclusion"));
            default -> {
                if (!row.resolvedBy().isEmpty() && row.checkId() == null) {
                    footer.add(decision(new Decisions.Reopen(desk), "Reopen…", act));
                }
            }
        }
        return footer;
    }

    private Button decision(BulkAction action, String text, BiConsumer<BulkAction, ViolationRow> act) {
        Button button = new Button(text, Markup.icon(action.icon()), event -> act.accept(action, row));
        action.refusal().ifPresent(why -> {
            button.setEnabled(false);
            button.setTooltipText(why);
        });
        return button;
    }
}
