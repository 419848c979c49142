package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Some words, of those that are known or others; their order stays as it was written. */
final class WordsField extends MultiSelectComboBox<String> {

    private static final int LONGEST = 300;

    private final List<String> chosen;

    /** @param changed takes all words, in order */
    WordsField(String label, List<String> known, List<String> present, Consumer<List<String>> changed) {
        super(label);
        chosen = new ArrayList<>(present);
        Set<String> items = new LinkedHashSet<>(known);
        items.addAll(present);
        setItems(items);
        setValue(new LinkedHashSet<>(present));
        setAllowCustomValue(true);
        setAutoExpand(AutoExpandMode.BOTH);
        addCustomValueSetListener(event -> {
            String word = event.getDetail().strip();
            if (word.isEmpty() || word.length() > LONGEST) {
                return;
            }
            items.add(word);
            Set<String> now = new LinkedHashSet<>(getValue());
            now.add(word);
            setItems(items);
            setValue(now);
        });
        addValueChangeListener(event -> {
            chosen.retainAll(event.getValue());
            event.getValue().stream().filter(word -> !chosen.contains(word)).forEach(chosen::add);
            changed.accept(List.copyOf(chosen));
        });
    }
}
