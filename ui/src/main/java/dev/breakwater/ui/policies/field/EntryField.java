package dev.breakwater.ui.policies.field;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.engine.policy.value.TextPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A value of parts that are joined by {@code =}: a key and what it stands for, or a source in front of them. */
public final class EntryField extends PartsField {

    private static final String ANY = "";

    private final List<AbstractField<?, String>> parts = new ArrayList<>();

    /**
     * @param label for those who do not see the row
     * @param sources what the first part may be; empty = there is no such part
     * @param hints of the parts that are typed, shown while they are empty
     */
    public EntryField(String label, List<String> sources, List<String> hints) {
        if (!sources.isEmpty()) {
            List<String> choices = new ArrayList<>(sources);
            choices.addFirst(ANY);
            Select<String> source = new Select<>();
            source.setItems(choices);
            source.setItemLabelGenerator(choice -> choice == null || choice.isEmpty() ? "any source" : choice);
            source.setValue(ANY);
            source.setAriaLabel(label + ", source");
            source.addClassName("bw-pattern-way");
            parts.add(part(source));
        }
        for (int i = 0; i < hints.size(); i++) {
            if (i > 0) {
                between("=");
            }
            TextField text = new TextField();
            text.setAriaLabel(label + ", " + hints.get(i));
            text.setPlaceholder(hints.get(i));
            text.setMaxLength(TextPattern.MAX_LENGTH);
            text.setValueChangeMode(ValueChangeMode.LAZY);
            text.addClassName("bw-mono");
            parts.add(part(text));
        }
    }

    @Override
    protected String generateModelValue() {
        List<String> texts = parts.stream()
                .map(field -> field.getValue() == null ? "" : field.getValue())
                .toList();
        return texts.stream().allMatch(String::isEmpty) ? "" : texts.stream().collect(Collectors.joining("="));
    }

    @Override
    void show(String value) {
        String[] texts = value.split("=", parts.size());
        for (int i = 0; i < parts.size(); i++) {
            parts.get(i).setValue(i < texts.length ? texts[i] : "");
        }
    }
}
