package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.breakwater.ui.part.Markup;

/** Asks before changes are lost. */
final class LeaveDialog extends Dialog {

    LeaveDialog(Runnable leave, Runnable stay) {
        setHeaderTitle("Leave without saving?");
        setWidth("420px");
        setCloseOnOutsideClick(false);
        setCloseOnEsc(false);
        add(Markup.paragraph("What you changed in this policy is not saved and would be lost."));
        Button keep = new Button("Keep editing", event -> {
            close();
            stay.run();
        });
        keep.addThemeVariants(ButtonVariant.PRIMARY);
        keep.setAutofocus(true);
        getFooter()
                .add(
                        new Button("Leave", event -> {
                            close();
                            leave.run();
                        }),
                        keep);
    }
}
