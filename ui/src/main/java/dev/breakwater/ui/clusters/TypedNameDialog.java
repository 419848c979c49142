package dev.breakwater.ui.clusters;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.ui.part.Markup;
import java.util.function.Consumer;

/** Asks for the name before something that cannot be undone. */
final class TypedNameDialog extends Dialog {

    TypedNameDialog(String title, String consequences, String name, String verb, Consumer<String> confirmed) {
        setHeaderTitle(title);
        setWidth("440px");
        TextField field = new TextField("Type " + name + " to go on");
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.setAutofocus(true);
        Button go = new Button(verb, event -> {
            close();
            confirmed.accept(field.getValue());
        });
        go.addThemeVariants(ButtonVariant.PRIMARY);
        go.setEnabled(false);
        field.addValueChangeListener(event -> go.setEnabled(event.getValue().equals(name)));
        add(Markup.paragraph(consequences), field);
        getFooter().add(new Button("Keep it", event -> close()), go);
    }
}
