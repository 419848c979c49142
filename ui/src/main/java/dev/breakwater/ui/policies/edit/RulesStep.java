package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.criteria.ValueGrammar.Form;
import dev.breakwater.ui.part.Markup;
import java.util.ArrayList;
import java.util.List;

/** What is not allowed: alternatives, of which one is enough, each of criteria that must all hold. */
final class RulesStep extends Div {

    private static final int LONGEST_NAME = 200;

    private final Desk desk;
    private final List<GroupRow> rows = new ArrayList<>();

    RulesStep(Desk desk) {
        this.desk = desk;
        addClassName("bw-ed-rules");
        show();
    }

    /** Shows the rules anew. */
    void show() {
        desk.marks().clear();
        rows.clear();
        removeAll();
        List<Section> sections = desk.policy().sections();
        for (int i = 0; i < sections.size(); i++) {
            if (i > 0) {
                add(Markup.box("bw-ed-or", Markup.text("bw-ed-link", "or")));
            }
            add(card(i, sections.get(i), sections.size()));
        }
        add(desk.marks().box("/sections"));
        if (!desk.isTextLocked()) {
            Button more = new Button("Alternative", Markup.icon("plus"), event -> {
                desk.change("/sections", edit -> edit.addSection());
                show();
            });
            more.addThemeVariants(ButtonVariant.TERTIARY);
            more.setTooltipText("The policy also fires where everything in this one holds");
            more.addClassName("bw-ed-more");
            add(more);
        }
        desk.marks().show(desk.draft().problems());
    }

    /** Says what the last preview found of each criterion. */
    void count() {
        rows.forEach(GroupRow::count);
    }

    /** Shows the rules anew, with the focus in a criterion. */
    void show(int section, int group) {
        show(section, group, 0);
    }

    /** The same, with the focus in one of its values. */
    void show(int section, int group, int value) {
        show();
        desk.marks().focus("/sections/" + section + "/groups/" + group + "/values/" + value);
    }

    private Div card(int number, Section section, int count) {
        Div card = Markup.box("bw-ed-section");
        card.getElement().setAttribute("role", "group");
        card.getElement().setAttribute("aria-label", "Alternative " + (number + 1));
        Div head = Markup.box("bw-ed-section-head");
        if (count > 1 || !section.name().isEmpty()) {
            head.add(Markup.text("bw-ed-section-title", "Alternative " + (number + 1)), name(number, section));
        } else {
            head.add(Markup.text("bw-ed-section-title", "All of these hold on the same object"));
        }
        if (count > 1 && !desk.isTextLocked()) {
            Button remove = new Button(Markup.icon("close"), event -> {
                desk.change("/sections", edit -> edit.removeSection(number));
                show();
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.addClassName("bw-icon-button");
            remove.setAriaLabel("Remove alternative " + (number + 1));
            remove.setTooltipText("Remove this alternative");
            head.add(remove);
        }
        card.add(head);
        for (int i = 0; i < section.groups().size(); i++) {
            if (i > 0) {
                card.add(Markup.box("bw-ed-and", Markup.text("bw-ed-link", "and")));
            }
            GroupRow row = new GroupRow(desk, this, number, i);
            rows.add(row);
            card.add(row);
        }
        if (section.groups().isEmpty()) {
            card.add(Markup.paragraph(
                    "Nothing is asked here yet. A criterion looks at one fact of a workload or of another"
                            + " object."));
        }
        if (!desk.isTextLocked()) {
            Button more = new Button("Criterion…", Markup.icon("plus"), event -> choose(number));
            more.addClassName("bw-ed-add");
            if (section.groups().isEmpty()) {
                more.addThemeVariants(ButtonVariant.PRIMARY);
            }
            card.add(Markup.box("bw-ed-section-foot", more, desk.marks().box("/sections/" + number)));
        }
        return card;
    }

    private TextField name(int number, Section section) {
        TextField name = new TextField();
        name.setAriaLabel("Name of alternative " + (number + 1));
        name.setPlaceholder("a name, may stay empty");
        name.setValue(section.name());
        name.setMaxLength(LONGEST_NAME);
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setReadOnly(desk.isTextLocked());
        name.addClassName("bw-ed-section-name");
        name.addValueChangeListener(event ->
                desk.change("/sections/" + number + "/name", edit -> edit.nameSection(number, event.getValue())));
        return name;
    }

    private void choose(int section) {
        new CriterionPalette(desk.policy(), section, card -> {
                    Group group = new Group(
                            card.name(),
                            Operator.OR,
                            false,
                            card.grammar().form() == Form.FLAG ? List.of("true") : List.of());
                    desk.draft().change(edit -> edit.addGroup(section, group));
                    show(section, desk.policy().sections().get(section).groups().size() - 1);
                })
                .open();
    }
}
