package dev.breakwater.ui.part;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import java.util.function.BiConsumer;

/** Asks for the name of a view, and who shall see it. */
final class ViewDialog extends Dialog {

    private static final int LONGEST_NAME = 80;

    /** @param save takes the name and whether all see it; what it refuses is said at the name */
    ViewDialog(BiConsumer<String, Boolean> save) {
        setHeaderTitle("Save this view");
        setWidth("420px");
        TextField name = new TextField("Name");
        name.setMaxLength(LONGEST_NAME);
        name.setWidthFull();
        name.setAutofocus(true);
        Checkbox shared = new Checkbox("Share it with all who use this console");
        add(Markup.box(
                "bw-bulk-dialog",
                Markup.paragraph("Keeps the filter, the order, the columns and the scope, not the rows."),
                name,
                shared));
        Button go = new Button("Save the view", event -> {
            try {
                save.accept(name.getValue(), shared.getValue());
                close();
            } catch (Conflict | InvalidRequest e) {
                name.setErrorMessage(name.getValue().isBlank() ? "Give it a name." : String.valueOf(e.getMessage()));
                name.setInvalid(true);
            }
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.addClickShortcut(com.vaadin.flow.component.Key.ENTER).listenOn(name);
        getFooter().add(new Button("Cancel", event -> close()), go);
    }
}
