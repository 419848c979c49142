package dev.breakwater.ui.part;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.platform.InvalidRequest;
import java.util.LinkedHashMap;
import java.util.Map;

/** Asks for something and does it; what is refused is said at its field, or below all where it is none's. */
public final class FormDialog extends Dialog {

    private final Div body = Markup.box("bw-bulk-dialog");
    private final Div problem = Markup.box("bw-form-problem");
    private final Map<String, HasValidation> fields = new LinkedHashMap<>();
    private final Button go;
    private final Button leave = new Button("Cancel", event -> close());

    /**
     * @param title what is asked
     * @param meaning what it does
     * @param verb of the button, naming its effect
     * @param action what is done; the dialog stays open if it is refused
     */
    public FormDialog(String title, String meaning, String verb, Runnable action) {
        setHeaderTitle(title);
        setWidth("460px");
        problem.getElement().setAttribute("role", "alert");
        go = new Button(verb, event -> attempt(action));
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(Key.ENTER).listenOn(this);
        body.add(Markup.paragraph(meaning));
        add(body, problem);
        getFooter().add(leave, go);
    }

    /** With a field, and the name under which it may be refused. */
    public <C extends Component & HasValidation> FormDialog with(String name, C field) {
        fields.put(name, field);
        body.add(field);
        return this;
    }

    /** Another name under which a field that is in it may be refused. */
    public FormDialog alias(String name, HasValidation field) {
        fields.put(name, field);
        return this;
    }

    /** Says something between the fields. */
    public FormDialog say(Component words) {
        body.add(words);
        return this;
    }

    /** It can be read, and not be done. */
    public FormDialog cannot(String why) {
        body.add(Markup.paragraph(why));
        getFooter().remove(go);
        leave.setText("Close");
        return this;
    }

    /** Shows what came of it, instead of the fields. */
    public void showInstead(Component... result) {
        setCloseOnOutsideClick(false);
        body.removeAll();
        body.add(result);
        getFooter().remove(go);
        leave.setText("Done");
    }

    /** Does something on the way, and says what is refused as for the action itself. */
    public void attempt(Runnable action) {
        fields.values().forEach(field -> field.setInvalid(false));
        problem.removeAll();
        try {
            action.run();
        } catch (InvalidRequest e) {
            HasValidation field = fields.get(e.field());
            if (field == null) {
                problem.add(Markup.text("", String.valueOf(e.getMessage())));
            } else if (field instanceof Refusable parts) {
                parts.refuse(e);
            } else {
                field.setErrorMessage("Allowed: " + e.allowed() + ".");
                field.setInvalid(true);
            }
        } catch (RuntimeException e) {
            problem.add(Markup.text("", Failures.words(e)));
        }
    }
}
