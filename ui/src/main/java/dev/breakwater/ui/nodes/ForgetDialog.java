package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import dev.breakwater.ui.part.Markup;

/** Asks before a machine is forgotten. */
final class ForgetDialog extends Dialog {

    ForgetDialog(String name, Runnable confirmed) {
        setHeaderTitle("Forget " + name + "?");
        setWidth("440px");
        add(Markup.paragraph(
                "Its evidence, its findings and the answers of its checks go, and cannot be had back. When somebody brings"
                        + " evidence of it again, it is known again."));
        Button go = new Button("Forget it", event -> {
            close();
            confirmed.run();
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Keep it", event -> close()), go);
    }
}
