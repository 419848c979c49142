package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;

/** What stands where nothing is: why, and the one thing to do about it. */
public final class EmptyState extends Div {

    /**
     * @param title a short sentence
     * @param explanation what would be here, or which terms leave nothing
     * @param actions buttons or links, may be none
     */
    public EmptyState(String title, String explanation, Component... actions) {
        addClassName("bw-empty");
        add(Markup.heading(title), Markup.paragraph(explanation));
        if (actions.length > 0) {
            add(Markup.box("bw-empty-actions", actions));
        }
    }

    /** A filter that cannot be used: nothing is shown rather than something else. */
    static EmptyState notUnderstood(Runnable clear) {
        return new EmptyState(
                "This filter is not understood",
                "Nothing is shown, since it would be something else than was asked for.",
                new Button("Clear the filter", event -> clear.run()));
    }

    /** A list that could not be read, or that is not for this reader. */
    static EmptyState failed(RuntimeException failure, Noun rows, Runnable retry) {
        return Failures.isRefusal(failure)
                ? new EmptyState(
                        "Not for your role",
                        "Only administrators read " + rows.many() + ". Ask one of them for the role.")
                : new EmptyState(
                        "The list could not be read",
                        Failures.words(failure),
                        new Button("Try again", event -> retry.run()));
    }
}
