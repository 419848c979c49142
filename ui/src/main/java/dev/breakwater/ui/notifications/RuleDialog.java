package dev.breakwater.ui.notifications;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.notification.NotificationEvent;
import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.NotificationRules;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.SeverityMark;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks what goes where. */
final class RuleDialog {

    private final NotificationRules rules;
    private final @Nullable NotificationRule before;
    private final Runnable done;
    private final TextField name = new TextField("Name");
    private final MultiSelectComboBox<Notifier> targets = new MultiSelectComboBox<>("Who is told");
    private final CheckboxGroup<NotificationEvent> events = new CheckboxGroup<>("Of what");
    private final Select<Severity> severity = new Select<>();
    private final MultiSelectComboBox<StoredPolicy> policies = new MultiSelectComboBox<>("Policies");
    private final TextField owners = new TextField("Owners");
    private final TextField clusters = new TextField("Clusters");
    private final TextField marks = new TextField("Marks of the namespace");
    private final Checkbox toNamed = new Checkbox("Also the target that the namespace names");
    private final Checkbox goOn = new Checkbox("Go on with the rules after it");
    private final FormDialog dialog;

    /**
     * @param before what is changed, {@code null} = a new one
     * @param suggested the target that a new one begins with, {@code null} = none
     */
    RuleDialog(
            NotificationRules rules,
            @Nullable NotificationRule before,
            List<Notifier> notifiers,
            List<StoredPolicy> all,
            @Nullable Notifier suggested,
            Runnable done) {
        this.rules = rules;
        this.before = before;
        this.done = done;
        targets.setItems(notifiers);
        targets.setItemLabelGenerator(Notifier::name);
        policies.setItems(all);
        policies.setItemLabelGenerator(policy -> policy.policy().name());
        policies.setHelperText("None = all of them.");
        events.setItems(NotificationEvent.values());
        events.setItemLabelGenerator(NotificationEvent::words);
        severity.setLabel("Severity of violations");
        severity.setEmptySelectionAllowed(true);
        severity.setEmptySelectionCaption("any");
        severity.setItems(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);
        severity.setItemLabelGenerator(value -> value == null ? "any" : SeverityMark.word(value) + " and above");
        owners.setHelperText("Teams, with commas between them; * for any text. Empty = all.");
        clusters.setHelperText("Names, likewise.");
        marks.setHelperText("Values of the annotation " + RuleDraft.ANNOTATION + ", likewise.");
        List.of(name, owners, clusters, marks).forEach(TextField::setWidthFull);
        targets.setWidthFull();
        policies.setWidthFull();
        severity.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        dialog = new FormDialog(
                        before == null
                                ? "Add a rule"
                                : "Change " + before.rule().name(),
                        "All conditions must hold; one that is empty holds for everything.",
                        before == null ? "Add the rule" : "Keep the changes",
                        this::keep)
                .with("name", name)
                .with("notifiers", targets)
                .with("events", events)
                .with("minimumSeverity", severity)
                .with("policies", policies)
                .with("owners", owners)
                .with("clusters", clusters)
                .with("marks", marks)
                .with("toNamespaceTarget", toNamed)
                .with("goOn", goOn);
        dialog.setWidth("560px");
        fill(notifiers, all, suggested);
    }

    private void fill(List<Notifier> notifiers, List<StoredPolicy> all, @Nullable Notifier suggested) {
        if (before == null) {
            events.setValue(EnumSet.allOf(NotificationEvent.class));
            severity.setValue(Severity.HIGH);
            if (suggested != null) {
                name.setValue("High and above to " + suggested.name());
                targets.setValue(suggested);
            }
            return;
        }
        RuleDraft rule = before.rule();
        Set<UUID> told = new HashSet<>(rule.notifiers());
        Set<UUID> chosen = new HashSet<>(rule.policies());
        name.setValue(rule.name());
        targets.setValue(
                notifiers.stream().filter(each -> told.contains(each.id())).collect(Collectors.toSet()));
        events.setValue(rule.events());
        severity.setValue(rule.minimumSeverity());
        policies.setValue(
                all.stream().filter(each -> chosen.contains(each.policy().id())).collect(Collectors.toSet()));
        owners.setValue(String.join(", ", rule.owners()));
        clusters.setValue(String.join(", ", rule.clusters()));
        marks.setValue(String.join(", ", rule.marks()));
        toNamed.setValue(rule.toNamespaceTarget());
        goOn.setValue(rule.goOn());
    }

    void open() {
        dialog.open();
    }

    private void keep() {
        RuleDraft draft = new RuleDraft(
                name.getValue().strip(),
                before == null || before.rule().enabled(),
                events.getValue(),
                severity.getValue(),
                policies.getValue().stream().map(policy -> policy.policy().id()).toList(),
                texts(owners),
                texts(clusters),
                texts(marks),
                targets.getValue().stream().map(Notifier::id).toList(),
                toNamed.getValue(),
                goOn.getValue());
        if (before == null) {
            rules.create(draft);
        } else {
            rules.update(before.id(), draft);
        }
        dialog.close();
        done.run();
    }

    private static List<String> texts(TextField field) {
        return Arrays.stream(field.getValue().split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
