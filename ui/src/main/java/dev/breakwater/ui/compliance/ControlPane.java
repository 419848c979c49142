package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.Compliance.CheckAnswer;
import dev.breakwater.central.compliance.Compliance.ControlDetail;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.DetailBar;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One control in one cluster: what it asks, what was found where, how to mend it, who answers for the rest. */
final class ControlPane extends Div {

    private static final int SHOWN = 20;

    private final Compliance compliance;
    private final AccessScope scope;
    private final TimeWords times;
    private final UUID cluster;
    private final String owner;
    private final ControlDecisions decisions;

    ControlPane(
            Compliance compliance,
            AccessScope scope,
            ControlDetail detail,
            UUID cluster,
            String owner,
            TimeWords times,
            Instant now,
            ControlDecisions decisions,
            Runnable close) {
        this.compliance = compliance;
        this.scope = scope;
        this.times = times;
        this.cluster = cluster;
        this.owner = owner;
        this.decisions = decisions;
        addClassName("bw-detail");
        ControlResult result = detail.results().stream()
                .filter(one -> one.clusterId().equals(cluster))
                .findFirst()
                .orElse(null);
        Outcome outcome = result == null ? Outcome.UNKNOWN : result.outcome();
        Div bar = Markup.box(
                "bw-detail-bar",
                Markup.text("bw-tag", detail.control().id()),
                new OutcomeMark(outcome),
                Markup.text("bw-meta", result == null ? "" : "in " + result.cluster()),
                Markup.box("bw-spacer"),
                closing(close));
        add(
                bar,
                Markup.heading(detail.control().title()),
                Markup.paragraph(detail.control().asks()));
        List<CheckAnswer> checks = detail.checks().stream()
                .filter(answer -> answer.clusterId().equals(cluster))
                .toList();
        if (!detail.control().checks().isEmpty()) {
            add(Markup.subheading("What was found"));
            if (checks.isEmpty()) {
                add(Markup.paragraph("Nobody has looked yet. It is looked at within a minute."));
            }
            checks.forEach(answer -> add(check(answer)));
        }
        if (detail.control().needsAttestation()) {
            attestations(detail, now, result == null ? "this cluster" : result.cluster());
        }
        List<ControlException> exceptions = detail.exceptions().stream()
                .filter(one -> one.clusterId().equals(cluster))
                .toList();
        if (!exceptions.isEmpty()) {
            add(new ExceptionsBox(exceptions, now, times, decisions));
        }
        history(detail);
        if (result != null) {
            add(Markup.box(
                    "bw-meta",
                    Markup.text(
                            "",
                            "So since " + times.exact(result.since()) + ", added up " + times.age(result.evaluatedAt())
                                    + " ago.")));
        }
    }

    static Button closing(Runnable close) {
        Button button = new Button(Markup.icon("close"), event -> close.run());
        button.addClassName("bw-icon-button");
        button.setAriaLabel("Close the detail");
        return DetailBar.closing(button);
    }

    private Component check(CheckAnswer answer) {
        Tally tally = answer.answers();
        Div box = Markup.box("bw-check-answer");
        Div head = Markup.box(
                "bw-check-head",
                new OutcomeMark(tally.outcome()),
                Markup.text("bw-name", answer.check().title()),
                Markup.text("bw-meta", tally.passed() + " of " + Counted.number(tally.counted())));
        box.add(head);
        if (tally.failed() + tally.unknown() + tally.excepted() == 0) {
            return box;
        }
        List<Sample> all = compliance.objects(answer.check().id(), cluster, scope, owner);
        List<Sample> samples =
                all.stream().filter(sample -> sample.exceptionId() == null).toList();
        samples.stream().limit(SHOWN).forEach(sample -> box.add(sample(answer, sample)));
        long more = tally.failed() + tally.unknown() - Math.min(SHOWN, samples.size());
        if (more > 0) {
            box.add(Markup.text("bw-meta", "and " + Counted.of(more, "more object", "more objects") + "."));
        }
        if (tally.excepted() > 0) {
            Div apart = Markup.box(
                    "bw-check-excepted",
                    Markup.text(
                            "bw-meta",
                            Counted.of(tally.excepted(), "object fails and is", "objects fail and are")
                                    + " excepted; no percentage rises by it"));
            all.stream()
                    .filter(sample -> sample.exceptionId() != null)
                    .limit(SHOWN)
                    .forEach(sample -> apart.add(sample(answer, sample)));
            box.add(apart);
        }
        if (tally.failed() > 0) {
            Div fix = Markup.box(
                    "bw-check-fix",
                    Markup.text("bw-meta", "To mend"),
                    Markup.text("", answer.check().fix()));
            box.add(fix);
        }
        return box;
    }

    private Component sample(CheckAnswer answer, Sample sample) {
        String name = sample.namespace().isEmpty() ? sample.name() : sample.namespace() + "/" + sample.name();
        Component link = switch (answer.check().subject()) {
            case NODE -> Markup.link(InventoryNavigation.NODES + "?sel=" + sample.objectId(), name);
            case WORKLOAD ->
                Markup.link(InventoryNavigation.PATH + "?scope=workloads:all&sel=" + sample.objectId(), name);
            case OBJECT -> Markup.text("bw-name", sample.kind() + " " + name);
            case CLUSTER -> Markup.link(ClustersNavigation.PATH, name);
        };
        Div line = Markup.box("bw-check-object", sampleMark(sample.outcome()), link);
        line.add(Markup.text("bw-check-found", sample.message()));
        if (!sample.path().isEmpty()) {
            line.add(Markup.text("bw-code bw-check-path", sample.path()));
        }
        line.getElement().setAttribute("title", "seen " + times.exact(sample.observedAt()));
        if (decisions.areAllowed() && sample.outcome() == Outcome.FAIL && sample.exceptionId() == null) {
            Button button = new Button("Except…", event -> decisions.except(answer, sample));
            button.addClassName("bw-check-except");
            button.setAriaLabel("Except " + name + " from this check");
            line.add(button);
        }
        return line;
    }

    private static Span sampleMark(Outcome outcome) {
        Span mark = outcome == Outcome.FAIL ? Markup.icon("cross") : Markup.text("bw-outcome-ring", "");
        mark.addClassName(outcome == Outcome.FAIL ? "bw-outcome-fail" : "bw-outcome-unknown");
        mark.getElement().setAttribute("aria-hidden", "false");
        mark.getElement().setAttribute("role", "img");
        mark.getElement().setAttribute("aria-label", OutcomeMark.word(outcome));
        return mark;
    }

    private void attestations(ControlDetail detail, Instant now, String clusterName) {
        add(
                Markup.subheading("What a person answers for"),
                Markup.paragraph(detail.control().attest()));
        List<Attestation> those = detail.attestations().stream()
                .filter(one -> one.clusterId() == null || one.clusterId().equals(cluster))
                .toList();
        for (Attestation one : those) {
            String state = one.withdrawnAt() != null
                    ? "taken back"
                    : one.holds(now)
                            ? "until " + times.exact(one.validUntil())
                            : "expired " + times.exact(one.validUntil());
            Div box = Markup.box(
                    "bw-attestation",
                    Markup.text("", one.statement()),
                    Markup.text(
                            "bw-meta",
                            one.attestedBy() + ", " + times.exact(one.attestedAt()) + ", "
                                    + (one.clusterId() == null ? "all clusters" : "this cluster") + ", " + state
                                    + (one.standard().equals(detail.standard().id())
                                            ? ""
                                            : ", given for " + one.standard()
                                                    + ", from which this control is taken unchanged")));
            if (one.file() != null) {
                box.add(decisions.file(one, one.file()));
            }
            if (decisions.areAllowed() && one.holds(now)) {
                box.add(new Button("Take back", event -> decisions.withdraw(one)));
            }
            add(box);
        }
        if (those.isEmpty()) {
            add(Markup.text("bw-meta", "Nobody has answered for it yet."));
        }
        if (decisions.areAllowed()) {
            add(Markup.box(
                    "bw-check-actions",
                    new Button(
                            "Attest…",
                            event ->
                                    decisions.attest(detail.standard().id(), detail.control(), cluster, clusterName))));
        }
    }

    private void history(ControlDetail detail) {
        List<Compliance.Step> steps = detail.history().stream()
                .filter(step -> step.clusterId().equals(cluster))
                .limit(SHOWN)
                .toList();
        if (steps.isEmpty()) {
            return;
        }
        OrderedList list = new OrderedList();
        list.addClassName("bw-timeline");
        for (Compliance.Step step : steps) {
            String from = step.before() == null || step.before().equals(step.after())
                    ? ""
                    : OutcomeMark.word(Outcome.valueOf(step.before())) + " → ";
            var item = Markup.item(from + OutcomeMark.word(Outcome.valueOf(step.after())) + ": " + step.passed()
                    + " passed, " + step.failed() + " failed, " + step.unknown() + " unknown"
                    + (step.excepted() == 0 ? "" : ", " + step.excepted() + " excepted"));
            item.add(Markup.text("bw-meta", " " + times.exact(step.at()) + ", " + step.cause()));
            step.objects().forEach(moved -> item.add(Markup.box("bw-check-moved", Markup.text("", words(moved)))));
            list.add(item);
        }
        add(Markup.subheading("What changed"), list);
    }

    private static String words(Compliance.Moved moved) {
        String name = moved.kind() + " " + (moved.namespace().isEmpty() ? "" : moved.namespace() + "/") + moved.name();
        String why = moved.why().isEmpty() ? "." : ": " + moved.why();
        return switch (moved.change()) {
            case "FAILS" -> name + " began to fail " + moved.check() + why;
            case "MENDED" -> name + " no longer fails " + moved.check() + why;
            case "NEW" -> name + " is new and fails.";
            default -> name + " is gone.";
        };
    }
}
