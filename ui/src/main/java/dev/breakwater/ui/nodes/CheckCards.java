package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import dev.breakwater.central.compliance.NodeResults;
import dev.breakwater.central.compliance.NodeResults.Answer;
import dev.breakwater.engine.compliance.Evidence;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.ui.compliance.ComplianceNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import java.util.List;

/** What checks say of a node, by their outcome: what fails with what was found and how to mend it, the rest shorter. */
final class CheckCards {

    private static final int SHOWN_CONTROLS = 3;
    private static final int SHOWN_EVIDENCE = 5;

    private CheckCards() {}

    static Component of(NodeResults.OfNode results) {
        Div cards = Markup.box("bw-cards bw-cards-one");
        for (Outcome outcome : List.of(Outcome.FAIL, Outcome.UNKNOWN, Outcome.PASS, Outcome.NOT_APPLICABLE)) {
            List<Answer> answers = results.answers().stream()
                    .filter(answer -> answer.outcome() == outcome)
                    .toList();
            if (!answers.isEmpty()) {
                cards.add(card(outcome, answers));
            }
        }
        return cards;
    }

    private static Component card(Outcome outcome, List<Answer> answers) {
        String count = Counted.of(answers.size(), "check", "checks");
        return switch (outcome) {
            case FAIL ->
                Markup.box("bw-card bw-card-wide", new CardHead("What fails?", count), found(outcome, answers));
            case UNKNOWN ->
                Markup.box(
                        "bw-card bw-card-wide",
                        new CardHead("What is unknown?", count + "; none of them counts as passed"),
                        folded("Show them", found(outcome, answers)));
            case PASS ->
                Markup.box(
                        "bw-card bw-card-wide",
                        new CardHead("What passes?", count),
                        folded("Show them", titles(answers)));
            case NOT_APPLICABLE, MANUAL, EXCEPTED ->
                Markup.box(
                        "bw-card bw-card-wide",
                        new CardHead("What does not apply?", count + " of what does not run here"),
                        folded("Show them", titles(answers)));
        };
    }

    private static Component folded(String summary, Component content) {
        return new NativeDetails(summary, content);
    }

    private static FactTable found(Outcome outcome, List<Answer> answers) {
        FactTable table = new FactTable(
                outcome == Outcome.FAIL ? "Checks that fail" : "Checks that are unknown",
                List.of("What ought to hold", "What was found", "Where", "Asked by"));
        answers.forEach(answer -> table.row(
                title(answer, outcome == Outcome.FAIL),
                messages(answer.evidence()),
                places(answer.evidence()),
                controls(answer)));
        return table;
    }

    private static FactTable titles(List<Answer> answers) {
        FactTable table = new FactTable("Checks", List.of("What holds", "Asked by"));
        answers.forEach(answer -> table.row(title(answer, false), controls(answer)));
        return table;
    }

    private static Component title(Answer answer, boolean withFix) {
        Div cell = Markup.box("", Markup.text("bw-name", answer.check().title()));
        if (withFix && !answer.check().fix().isEmpty()) {
            cell.add(Markup.box("bw-second", Markup.text("", answer.check().fix())));
        }
        return cell;
    }

    private static Component messages(List<Evidence> evidence) {
        Div cell = Markup.box("");
        if (evidence.isEmpty()) {
            cell.add(Markup.text("bw-second", "Nobody looked at this machine lately."));
        }
        evidence.stream().limit(SHOWN_EVIDENCE).forEach(one -> {
            String found = one.found().isEmpty() ? "" : " Found: " + one.found() + ".";
            String expected = one.expected().isEmpty() ? "" : " Expected: " + one.expected() + ".";
            cell.add(Markup.box("bw-wrap-anywhere", Markup.text("", one.message() + found + expected)));
        });
        if (evidence.size() > SHOWN_EVIDENCE) {
            cell.add(Markup.text("bw-meta", "and " + (evidence.size() - SHOWN_EVIDENCE) + " more"));
        }
        return cell;
    }

    private static Component places(List<Evidence> evidence) {
        Div cell = Markup.box("");
        evidence.stream()
                .limit(SHOWN_EVIDENCE)
                .map(one -> one.path().isEmpty() ? one.field() : one.path())
                .distinct()
                .forEach(place -> cell.add(Markup.box("", Markup.text("bw-code bw-second bw-wrap-anywhere", place))));
        return cell;
    }

    private static Component controls(Answer answer) {
        Div cell = Markup.box("bw-tags");
        answer.controls().stream().limit(SHOWN_CONTROLS).forEach(control -> {
            int slash = control.indexOf('/');
            cell.add(Markup.link(
                    ComplianceNavigation.control(control.substring(0, slash), control.substring(slash + 1)),
                    control.replace('/', ' ')));
        });
        return cell;
    }
}
