package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.shared.Tooltip;
import dev.breakwater.central.detection.DryRunReport;
import dev.breakwater.engine.policy.Policy.Group;
import dev.breakwater.engine.policy.Policy.Operator;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.engine.policy.criteria.Criteria;
import dev.breakwater.engine.policy.criteria.Criterion;
import dev.breakwater.engine.policy.criteria.CriterionCard;
import dev.breakwater.engine.policy.criteria.ValueGrammar.Form;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Segments;
import dev.breakwater.ui.policies.field.PatternTester;
import dev.breakwater.ui.policies.field.ValueFields;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** One criterion with its values, each in a field of its sort. */
final class GroupRow extends Div {

    private final Desk desk;
    private final int section;
    private final int number;
    private final RulesStep step;
    private final String pointer;
    private final Span count = Markup.text("bw-ed-group-count bw-number", "");
    private Optional<PatternTester> tester = Optional.empty();

    GroupRow(Desk desk, RulesStep step, int section, int number) {
        this.desk = desk;
        this.step = step;
        this.section = section;
        this.number = number;
        this.pointer = "/sections/" + section + "/groups/" + number;
        addClassName("bw-ed-group");
        Optional<CriterionCard> card = Criteria.byName(group().criterion()).map(Criterion::card);
        Span name =
                Markup.text("bw-ed-group-name", card.map(CriterionCard::name).orElse(group().criterion()));
        Div head = Markup.box("bw-ed-group-head", name);
        card.ifPresent(known -> {
            setClassName("bw-ed-group-flag", known.grammar().form() == Form.FLAG);
            head.add(Markup.text("bw-meta", known.level().words()));
            Tooltip.forComponent(name)
                    .setText(known.summary() + " " + known.grammar().allowed());
        });
        add(head);
        Div values = Markup.box("bw-ed-values");
        card.ifPresentOrElse(
                known -> {
                    quantifier(known).ifPresent(this::add);
                    fill(values, known);
                },
                () -> group().values().forEach(value -> values.add(Markup.text("bw-mono", value))));
        add(values);
        Div end = Markup.box("bw-ed-group-end", count);
        if (!desk.isTextLocked()) {
            end.add(new GroupMenu(desk, step, section, number));
        }
        add(end);
        count();
        values.add(desk.marks().box(pointer));
    }

    /** Says how many workloads it finds by itself, as far as the last preview was about it. */
    void count() {
        List<Section> sections = desk.policy().sections();
        if (section >= sections.size()
                || number >= sections.get(section).groups().size()) {
            // It was removed just now; the rows are made anew.
            return;
        }
        Optional<DryRunReport> found = desk.preview().row(group());
        count.setText(found.map(report -> Counted.number(report.opens())).orElse(""));
        count.setTitle(found.map(report -> Counted.of(report.opens(), "workload matches", "workloads match")
                        + " this criterion by itself"
                        + (report.unknown() == 0 ? "" : ", " + Counted.number(report.unknown()) + " unknown"))
                .orElse(""));
    }

    private Group group() {
        return desk.policy().sections().get(section).groups().get(number);
    }

    private void change(Group to) {
        desk.change(pointer, edit -> edit.changeGroup(section, number, to));
        tester.ifPresent(PatternTester::show);
    }

    private void values(List<String> to) {
        change(new Group(group().criterion(), group().operator(), group().negated(), to));
    }

    private Optional<Component> quantifier(CriterionCard card) {
        if (card.grammar().form() == Form.FLAG) {
            return Optional.empty();
        }
        List<Quantifier> allowed = Quantifier.allowed(card, group());
        int count = Math.max(1, group().values().size());
        if (allowed.size() == 1) {
            return Optional.of(
                    Markup.text("bw-ed-how bw-ed-how-fixed", allowed.getFirst().words(card, count)));
        }
        Select<Quantifier> how = new Select<>();
        how.addClassName("bw-ed-how");
        how.setAriaLabel(card.name() + ", how its values combine");
        how.setItems(allowed);
        how.setItemLabelGenerator(one -> one.words(card, count));
        how.setValue(Quantifier.of(group()));
        how.setReadOnly(desk.isTextLocked());
        how.addValueChangeListener(event -> change(event.getValue().applied(group())));
        return Optional.of(desk.marks().mark(pointer + "/operator", how));
    }

    private void fill(Div values, CriterionCard card) {
        switch (card.grammar().form()) {
            case FLAG -> values.add(flag(card));
            case CHOICE -> values.add(choices(card));
            case TEXT, NUMBER, DAYS, RANK, KEY_VALUE, ENVIRONMENT, PERMISSION, PATH, ADDRESS, INSTRUCTION, EXPRESSION ->
                single(values, card);
        }
    }

    private Component flag(CriterionCard card) {
        Segments<Boolean> segments =
                new Segments<>(card.name(), List.of(true, false), holds -> holds ? "holds" : "does not hold", holds -> {
                    change(new Group(group().criterion(), Operator.OR, false, List.of(String.valueOf(holds))));
                    step.show(section, number);
                });
        if (!group().values().isEmpty()) {
            boolean value = group().values().getFirst().strip().equalsIgnoreCase("true");
            segments.press(List.of(value != group().negated()));
        }
        segments.setEnabled(!desk.isTextLocked());
        desk.marks().follow(pointer + "/values/0", segments);
        return segments;
    }

    private Component choices(CriterionCard card) {
        MultiSelectComboBox<String> field = new MultiSelectComboBox<>();
        Set<String> items = new LinkedHashSet<>(card.grammar().choices());
        Set<String> chosen = new LinkedHashSet<>();
        for (String value : group().values()) {
            String upper = value.strip().toUpperCase(Locale.ROOT);
            chosen.add(items.contains(upper) ? upper : value);
        }
        items.addAll(chosen);
        field.setItems(items);
        field.setValue(chosen);
        field.setAriaLabel(card.name());
        field.setPlaceholder("choose");
        field.setReadOnly(desk.isTextLocked());
        field.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
        field.addClassName("bw-ed-wide");
        field.addValueChangeListener(event -> {
            boolean counted =
                    (event.getValue().size() > 1) != (event.getOldValue().size() > 1);
            values(List.copyOf(event.getValue()));
            if (counted) {
                step.show(section, number);
            }
        });
        return desk.marks().mark(pointer + "/values", field);
    }

    private void single(Div values, CriterionCard card) {
        List<String> present = group().values().isEmpty() ? List.of("") : group().values();
        for (int i = 0; i < present.size(); i++) {
            values.add(line(card, present, i));
        }
        if (desk.isTextLocked()) {
            return;
        }
        Div below = Markup.box("bw-ed-below");
        if (!card.operators().isEmpty()) {
            Button more = small("Another value", event -> {
                List<String> with = new ArrayList<>(present(card));
                with.add("");
                values(with);
                step.show(section, number, with.size() - 1);
            });
            below.add(more);
        }
        if (PatternTester.canTry(card.grammar())) {
            Button open = small("Try it", event -> {
                PatternTester trying = new PatternTester(card.grammar(), this::group);
                tester = Optional.of(trying);
                event.getSource().setVisible(false);
                values.addComponentAtIndex(present.size(), trying);
            });
            open.setTooltipText("Type a text and see whether it fits");
            below.add(open);
        }
        values.add(below);
    }

    private List<String> present(CriterionCard card) {
        return group().values().isEmpty() ? List.of("") : group().values();
    }

    private Component line(CriterionCard card, List<String> present, int at) {
        AbstractField<?, String> field = ValueFields.of(card, at + 1);
        if (!present.get(at).isEmpty()) {
            field.setValue(present.get(at));
        }
        ((HasValue<?, ?>) field).setReadOnly(desk.isTextLocked());
        ((HasValue<?, ?>) field).addValueChangeListener(event -> {
            List<String> changed = new ArrayList<>(present(card));
            changed.set(at, String.valueOf(event.getValue()));
            values(changed.equals(List.of("")) ? List.of() : changed);
        });
        Component marked = mark(field, at);
        Div line = Markup.box("bw-ed-value", marked);
        if (present.size() > 1 && !desk.isTextLocked()) {
            Button remove = new Button(Markup.icon("close"), event -> {
                List<String> without = new ArrayList<>(group().values());
                without.remove(at);
                Group now = group();
                change(new Group(
                        now.criterion(), without.size() == 1 ? Operator.OR : now.operator(), now.negated(), without));
                step.show(section, number);
            });
            remove.addThemeVariants(ButtonVariant.TERTIARY);
            remove.addClassName("bw-icon-button");
            remove.setAriaLabel("Remove value " + (at + 1) + " of " + card.name());
            line.add(remove);
        }
        return line;
    }

    @SuppressWarnings("unchecked")
    private <C extends Component & HasValidation> Component mark(AbstractField<?, String> field, int at) {
        return desk.marks().mark(pointer + "/values/" + at, (C) field);
    }

    private static Button small(
            String words,
            com.vaadin.flow.component.ComponentEventListener<com.vaadin.flow.component.ClickEvent<Button>> click) {
        Button button = new Button(words, click);
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("bw-ed-small");
        return button;
    }
}
