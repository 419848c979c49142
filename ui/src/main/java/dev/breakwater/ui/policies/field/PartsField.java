package dev.breakwater.ui.policies.field;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasEnabled;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.ui.part.Markup;
import java.util.ArrayList;
import java.util.List;

/** A value that is put together from several fields beside each other. */
abstract class PartsField extends CustomField<String> {

    private final Div parts = Markup.box("bw-pattern-parts");
    private final List<AbstractField<?, ?>> fields = new ArrayList<>();
    private boolean setting;

    PartsField() {
        super("");
        addClassName("bw-pattern");
        add(parts);
    }

    /** One more field, followed by what people change in it. */
    final <F extends AbstractField<?, ?>> F part(F field) {
        fields.add(field);
        parts.add((Component) field);
        ((HasValue<?, ?>) field).addValueChangeListener(event -> {
            if (!setting) {
                updateValue();
            }
        });
        return field;
    }

    /** What stands between two fields. */
    final void between(String text) {
        parts.add(Markup.text("bw-pattern-between", text));
    }

    /** Takes a value apart into the fields. */
    abstract void show(String value);

    @Override
    protected final void setPresentationValue(String value) {
        setting = true;
        try {
            show(value == null ? "" : value);
        } finally {
            setting = false;
        }
    }

    @Override
    public void setReadOnly(boolean readOnly) {
        super.setReadOnly(readOnly);
        fields.forEach(field -> field.setReadOnly(readOnly));
        fields.stream()
                .filter(HasEnabled.class::isInstance)
                .forEach(field -> field.getElement().getClassList().set("bw-read-only", readOnly));
    }

    @Override
    public void focus() {
        fields.stream()
                .filter(com.vaadin.flow.component.textfield.TextField.class::isInstance)
                .findFirst()
                .or(() -> fields.stream().findFirst())
                .filter(com.vaadin.flow.component.Focusable.class::isInstance)
                .ifPresent(field -> ((com.vaadin.flow.component.Focusable<?>) field).focus());
    }
}
