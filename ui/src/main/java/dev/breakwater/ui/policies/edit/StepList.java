package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PlainText;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.policies.draft.DraftProblem;
import dev.breakwater.ui.policies.draft.PolicyDraft;
import dev.breakwater.ui.policies.draft.Step;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** The steps with what each says now; every one can be gone to at any time. */
final class StepList extends Div {

    private record Entry(NativeButton button, Span mark, Span value) {}

    private final Map<Step, Entry> entries = new EnumMap<>(Step.class);

    StepList(Consumer<Step> go) {
        addClassName("bw-ed-steps");
        getElement().setAttribute("role", "navigation");
        getElement().setAttribute("aria-label", "Steps");
        OrderedList list = new OrderedList();
        for (Step step : Step.values()) {
            Span mark = Markup.text("bw-ed-step-mark", String.valueOf(step.ordinal() + 1));
            Span value = Markup.text("bw-ed-step-value", "");
            NativeButton button = new NativeButton("", event -> go.accept(step));
            button.addClassName("bw-ed-step");
            Span words = Markup.text("bw-ed-step-words", "");
            words.add(Markup.text("bw-ed-step-title", step.title()), value);
            button.add(mark, words);
            entries.put(step, new Entry(button, mark, value));
            list.add(new ListItem(button));
        }
        add(list);
    }

    /** @param fresh nobody is to be told yet that something is wrong */
    void show(PolicyDraft draft, Step present, boolean fresh, PreviewRun preview) {
        entries.forEach((step, entry) -> {
            long wrong = draft.problems().stream()
                    .map(DraftProblem::step)
                    .filter(at -> at.equals(Optional.of(step)))
                    .count();
            boolean done = step == Step.PREVIEW ? preview.isFresh() : wrong == 0;
            entry.mark.removeAll();
            if (done) {
                entry.mark.setText("");
                entry.mark.add(Markup.icon("check"));
            } else {
                entry.mark.setText(String.valueOf(step.ordinal() + 1));
            }
            entry.mark.setClassName("bw-ed-step-done", done);
            entry.mark.setClassName("bw-ed-step-wrong", wrong > 0 && !fresh);
            entry.value.setText(PlainText.of(
                    wrong > 0
                            ? Counted.of(wrong, "thing", "things") + (fresh ? " to fill in" : " to mend")
                            : value(step, draft.policy(), preview)));
            if (step == present) {
                entry.button.getElement().setAttribute("aria-current", "step");
            } else {
                entry.button.getElement().removeAttribute("aria-current");
            }
        });
    }

    private static String value(Step step, Policy policy, PreviewRun preview) {
        return switch (step) {
            case BASICS -> SeverityMark.word(policy.severity()) + (policy.name().isEmpty() ? "" : ", " + policy.name());
            case WHEN -> WhenStep.words(policy.stages());
            case RULES -> rules(policy);
            case SCOPE -> scope(policy);
            case ACTIONS -> policy.enabled() ? "on" : "off";
            case PREVIEW -> preview(preview);
        };
    }

    private static String preview(PreviewRun run) {
        DryRunReport report = run.report();
        return switch (run.state()) {
            case NONE -> "not run";
            case RUNNING -> "running";
            case FAILED -> "failed";
            case DONE ->
                !run.isFresh() || report == null
                        ? "out of date"
                        : Counted.number(report.opens()) + " open, " + Counted.number(report.closes()) + " close";
        };
    }

    private static String rules(Policy policy) {
        int criteria = policy.sections().stream()
                .mapToInt(section -> section.groups().size())
                .sum();
        return (policy.sections().size() > 1 ? policy.sections().size() + " alternatives, " : "")
                + Counted.of(criteria, "criterion", "criteria");
    }

    private static String scope(Policy policy) {
        String where = policy.scopes().isEmpty()
                ? "everywhere"
                : Counted.of(policy.scopes().size(), "place", "places");
        return policy.exclusions().isEmpty()
                ? where
                : where + ", " + Counted.of(policy.exclusions().size(), "exclusion", "exclusions");
    }
}
