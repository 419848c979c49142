package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlException.State;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The exceptions that concern a control, with what can be decided of them. */
final class ExceptionsBox extends Div {

    ExceptionsBox(List<ControlException> exceptions, Instant now, TimeWords times, ControlDecisions decisions) {
        add(Markup.subheading("Exceptions"));
        exceptions.forEach(one -> add(line(one, now, times, decisions, "")));
    }

    /**
     * One exception.
     *
     * @param where what to say of its place besides, may be empty
     */
    static Div line(ControlException one, Instant now, TimeWords times, ControlDecisions decisions, String where) {
        Div box = Markup.box(
                "bw-attestation",
                Markup.text("bw-name", what(one) + where),
                Markup.text("", one.reason()),
                Markup.text("bw-meta", standing(one, now, times)));
        Div buttons = Markup.box("bw-check-actions");
        if (!decisions.areAllowed()) {
            return box;
        }
        if (one.state() == State.REQUESTED) {
            if (decisions.mayApprove(one)) {
                button(buttons, "Approve", one, decisions::approve);
            }
            button(buttons, "Deny", one, decisions::deny);
        } else if (one.holds(now)) {
            button(buttons, "End", one, decisions::end);
        }
        if (buttons.getComponentCount() > 0) {
            box.add(buttons);
        }
        return box;
    }

    private static void button(Div to, String word, ControlException one, Consumer<ControlException> action) {
        Button button = new Button(word, event -> action.accept(one));
        button.setAriaLabel(word + " the exception for " + what(one));
        to.add(button);
    }

    static String what(ControlException one) {
        String place = one.namespace().isEmpty() ? "the whole cluster" : one.namespace();
        return one.name().isEmpty()
                ? "Everything in " + place
                : one.kind() + " " + (one.namespace().isEmpty() ? "" : one.namespace() + "/") + one.name();
    }

    private static String standing(ControlException one, Instant now, TimeWords times) {
        String asked = "asked by " + one.requestedBy() + ", " + times.exact(one.requestedAt());
        String until = "until " + times.exact(one.endsAt());
        return switch (one.state()) {
            case REQUESTED -> asked + ", " + until + "; waits for another person";
            case DENIED -> asked + "; denied by " + one.decidedBy();
            case APPROVED ->
                asked + ", approved by " + one.decidedBy()
                        + (one.holds(now) ? ", " + until : ", ended " + times.exact(one.endsAt()));
            case ENDED -> asked + ", approved by " + one.decidedBy() + "; over";
        };
    }
}
