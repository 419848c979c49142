package dev.breakwater.ui.person;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import dev.breakwater.central.access.People;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;

/** Changes one's own password, knowing the present one. */
final class PasswordCard extends Div {

    private final People people;
    private final Runnable changed;
    private final PasswordField present = field("Present password", "current-password");
    private final PasswordField next = field("New password", "new-password");
    private final PasswordField again = field("New password once more", "new-password");
    private final Span outcome = Markup.text("bw-form-outcome", "");

    /** @param changed called when it was done */
    PasswordCard(People people, Runnable changed) {
        this.people = people;
        this.changed = changed;
        addClassName("bw-card");
        next.setHelperText(People.PASSWORD_RULE + ".");
        outcome.getElement().setAttribute("role", "status");
        Button go = new Button("Change the password", event -> change());
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER).listenOn(this);
        add(
                new CardHead("Change your password", "your other sessions end"),
                Markup.box("bw-form-column", present, next, again),
                Markup.box("bw-empty-actions", go, outcome));
    }

    private void change() {
        present.setInvalid(false);
        next.setInvalid(false);
        again.setInvalid(false);
        outcome.setText("");
        if (!next.getValue().equals(again.getValue())) {
            again.setErrorMessage("It is not the same as the new password.");
            again.setInvalid(true);
            return;
        }
        try {
            people.changeOwnPassword(present.getValue(), next.getValue());
        } catch (InvalidRequest e) {
            PasswordField wrong = e.field().equals("current") ? present : next;
            wrong.setErrorMessage("Allowed: " + e.allowed() + ".");
            wrong.setInvalid(true);
            return;
        } catch (RuntimeException e) {
            outcome.setText(Failures.words(e));
            return;
        }
        present.clear();
        next.clear();
        again.clear();
        outcome.setText("It is changed, and your other sessions have ended.");
        changed.run();
    }

    private static PasswordField field(String label, String autocomplete) {
        PasswordField field = new PasswordField(label);
        field.setRequiredIndicatorVisible(true);
        field.setWidthFull();
        field.getElement().setAttribute("autocomplete", autocomplete);
        return field;
    }
}
