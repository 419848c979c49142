package dev.breakwater.ui.policies.take;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.policies.edit.DiffDialog;
import dev.breakwater.ui.policies.take.PolicyImport.Choice;
import dev.breakwater.ui.policies.take.PolicyImport.Entry;
import dev.breakwater.ui.policies.take.PolicyImport.Standing;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Each policy of a file with what is in its way, and what is to be done about that. */
final class ImportRows extends Div {

    /** What was chosen for one. */
    record Chosen(Entry entry, Choice choice, String name) {}

    private final List<Row> rows = new ArrayList<>();

    /** @param changed told whenever a choice changes */
    ImportRows(List<Entry> entries, List<StoredPolicy> here, Runnable changed) {
        addClassName("bw-take-rows");
        getElement().setAttribute("role", "list");
        Set<String> taken = new HashSet<>();
        here.forEach(row -> taken.add(row.policy().name().toLowerCase(Locale.ROOT)));
        entries.forEach(entry -> taken.add(entry.policy().name().toLowerCase(Locale.ROOT)));
        for (Entry entry : entries) {
            Row row = new Row(entry, entry.freeName(taken), changed);
            taken.add(row.name.getValue().toLowerCase(Locale.ROOT));
            rows.add(row);
            add(row);
        }
    }

    /** Those that would be written. */
    List<Chosen> chosen() {
        return rows.stream()
                .map(row -> new Chosen(row.entry, row.choice.getValue(), row.name.getValue()))
                .filter(one -> one.choice() != Choice.SKIP)
                .toList();
    }

    private static final class Row extends Div {

        private final Entry entry;
        private final Select<Choice> choice = new Select<>();
        private final TextField name = new TextField();

        Row(Entry entry, String freeName, Runnable changed) {
            this.entry = entry;
            addClassName("bw-take-row");
            getElement().setAttribute("role", "listitem");
            choice.setItems(entry.choices());
            choice.setItemLabelGenerator(Choice::words);
            choice.setValue(entry.choices().getFirst());
            choice.setAriaLabel("What to do with " + entry.policy().name());
            choice.setReadOnly(entry.choices().size() == 1);
            name.setValue(freeName);
            name.setMaxLength(200);
            name.setAriaLabel("Name under which " + entry.policy().name() + " is taken in");
            name.setValueChangeMode(ValueChangeMode.LAZY);
            name.addValueChangeListener(event -> changed.run());
            choice.addValueChangeListener(event -> {
                name.setVisible(event.getValue() == Choice.KEEP_BOTH);
                changed.run();
            });
            name.setVisible(choice.getValue() == Choice.KEEP_BOTH);
            Div what = Markup.box(
                    "bw-take-what",
                    Markup.text(
                            "bw-name",
                            entry.policy().name().isEmpty()
                                    ? "a policy without a name"
                                    : entry.policy().name()),
                    Markup.text(css(entry.standing()), words(entry)));
            if (!entry.why().isEmpty()) {
                what.add(Markup.text("bw-meta", entry.why()));
            }
            add(SeverityMark.of(entry.policy().severity()), what, Markup.box("bw-take-choice", choice, name));
            StoredPolicy here = entry.here();
            if (here != null && entry.standing() != Standing.SAME) {
                Button compare = new Button(
                        "Compare",
                        event -> new DiffDialog(
                                        "“" + here.policy().name() + "” here, and in the file",
                                        here.policy(),
                                        entry.policy())
                                .open());
                compare.addThemeVariants(ButtonVariant.TERTIARY);
                compare.addClassName("bw-ed-small");
                what.add(compare);
            }
        }

        private static String words(Entry entry) {
            StoredPolicy here = entry.here();
            return here == null || entry.standing() == Standing.SAME
                    ? entry.standing().words()
                    : entry.standing().words() + " (version " + here.version() + ")";
        }

        private static String css(Standing standing) {
            return standing == Standing.WRONG || standing == Standing.TWICE ? "bw-form-problem" : "bw-second";
        }
    }
}
