package dev.breakwater.ui.risk;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.central.risk.WhatIfs;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PlainText;
import dev.breakwater.ui.part.RiskWords;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changes to tick; the score that they would give together stands below at once. */
final class WhatIfCard extends Div {

    private static final int OFFERED = 12;

    private final transient Explanations explanations;
    private final WorkloadRow workload;
    private final RiskAssessment assessment;
    private final Map<String, Checkbox> boxes = new LinkedHashMap<>();
    private final Div answer = Markup.box("bw-what-if-answer");
    private final Button reset = new Button("Reset", event -> reset());

    WhatIfCard(Explanations explanations, WorkloadRow workload, RiskAssessment assessment) {
        this.explanations = explanations;
        this.workload = workload;
        this.assessment = assessment;
        addClassNames("bw-card", "bw-what-if");
        reset.addThemeVariants(ButtonVariant.TERTIARY);
        add(Markup.box("bw-card-top", new CardHead("What if we change it?", ""), reset));
        List<WhatIfs.Suggestion> suggestions = explanations.suggestions(workload.id());
        if (suggestions.isEmpty()) {
            add(Markup.paragraph("No change is known that would lower the score."));
            reset.setVisible(false);
            return;
        }
        Div choices = Markup.box("bw-choices");
        suggestions.stream().limit(OFFERED).forEach(suggestion -> choices.add(choice(suggestion)));
        answer.getElement().setAttribute("role", "status");
        add(choices, answer);
        ask();
    }

    private Checkbox choice(WhatIfs.Suggestion suggestion) {
        Checkbox box = new Checkbox(PlainText.of(suggestion.change().label()));
        box.setHelperText(PlainText.of(SuggestionWords.of(suggestion, assessment)));
        box.addValueChangeListener(event -> ask());
        boxes.put(suggestion.change().id(), box);
        return box;
    }

    private void reset() {
        boxes.values().forEach(box -> box.setValue(false));
        ask();
    }

    private void ask() {
        List<String> chosen = boxes.entrySet().stream()
                .filter(entry -> entry.getValue().getValue())
                .map(Map.Entry::getKey)
                .toList();
        reset.setVisible(!chosen.isEmpty());
        answer.removeAll();
        String before = RiskWords.score(assessment.score(), assessment.unknownFactors());
        if (chosen.isEmpty()) {
            answer.add(
                    Markup.text("bw-figure-new", before),
                    Markup.text("bw-meta", "tick a change to see the score it gives"));
            return;
        }
        WhatIfs.Answer outcome = explanations.answer(workload.id(), chosen);
        String after = RiskWords.score(outcome.after().score(), outcome.after().unknownFactors());
        String ranks = workload.riskRank() == null
                ? ""
                : "fleet rank " + workload.riskRank() + " to "
                        + explanations.rankWith(outcome.after().score(), assessment.score());
        String unknown = outcome.after().unknownFactors() == 0
                ? "all factors known"
                : Counted.of(outcome.after().unknownFactors(), "factor stays unknown", "factors stay unknown");
        String drop = RiskWords.drop(
                assessment.score(),
                assessment.unknownFactors(),
                outcome.after().score(),
                outcome.after().unknownFactors());
        answer.add(
                Markup.text("bw-figure-old", before),
                Markup.icon("arrow"),
                Markup.text("bw-figure-new", after),
                Markup.box(
                        "bw-what-if-notes",
                        Markup.text("bw-meta", drop.isEmpty() ? "the score stays" : "drop: " + drop),
                        Markup.text("bw-meta", ranks),
                        Markup.text("bw-meta", unknown),
                        Markup.text("bw-meta", closes(outcome))));
    }

    private static String closes(WhatIfs.Answer outcome) {
        String closed = "closes " + Counted.of(outcome.closed().size(), "violation", "violations");
        return outcome.opened().isEmpty()
                ? closed
                : closed + ", opens " + outcome.opened().size();
    }
}
