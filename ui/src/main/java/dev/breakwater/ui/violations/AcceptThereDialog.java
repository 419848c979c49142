package dev.breakwater.ui.violations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import dev.breakwater.central.detection.DecisionOutcome;
import dev.breakwater.central.detection.Selection;
import dev.breakwater.central.detection.Triage;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.UndoNotice;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Accepts everything that is open in a cluster or a namespace, after showing how much that is. */
final class AcceptThereDialog extends Dialog {

    private static final List<Severity> ORDER =
            List.of(Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW);

    private final ViolationDesk desk;
    private final Runnable done;
    private final ComboBox<String> cluster = new ComboBox<>("Cluster");
    private final ComboBox<String> namespace = new ComboBox<>("Namespace");
    private final DatePicker until;
    private final TextArea reason = new TextArea("Reason");
    private final Div preview = Markup.box("bw-preview");
    private final Button accept = new Button("Accept", event -> accept());

    /** @param done called when something was accepted, or taken back */
    AcceptThereDialog(ViolationDesk desk, ViolationSource violations, Runnable done) {
        this.desk = desk;
        this.done = done;
        this.until = Decisions.until(desk);
        setHeaderTitle("Accept what is there");
        setWidth("520px");
        setCloseOnOutsideClick(false);
        choice(cluster, violations, "cluster", "Empty = every cluster.");
        choice(namespace, violations, "namespace", "Empty = every namespace.");
        reason.setMaxLength(Triage.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText("Kept with each of them.");
        reason.setWidthFull();
        preview.getElement().setAttribute("role", "status");
        add(Markup.box("bw-fields", cluster, namespace, until, reason, preview));
        accept.addThemeVariants(ButtonVariant.PRIMARY);
        getFooter().add(new Button("Cancel", event -> close()), accept);
        show();
    }

    private void choice(ComboBox<String> box, ViolationSource violations, String field, String helper) {
        box.setItems(query -> {
            List<String> found = violations.suggest(field, query.getFilter().orElse(""));
            return found.stream().skip(query.getOffset()).limit(query.getLimit());
        });
        box.setClearButtonVisible(true);
        box.setHelperText(helper);
        box.setWidthFull();
        box.addValueChangeListener(event -> show());
    }

    private String q() {
        FilterExpression filter = FilterExpression.parse("state:open");
        if (!cluster.isEmpty()) {
            filter = filter.and("cluster", cluster.getValue());
        }
        if (!namespace.isEmpty()) {
            filter = filter.and("namespace", namespace.getValue());
        }
        return filter.toString();
    }

    private void show() {
        preview.removeAll();
        try {
            Instant tomorrow = desk.clock().instant().plusSeconds(86_400);
            DecisionOutcome trial =
                    desk.triage().accept(Selection.matching(q()), "preview", tomorrow, true, desk.reader());
            preview.add(Markup.text(
                    "bw-preview-count",
                    Counted.of(trial.changed(), "open violation is", "open violations are") + " accepted:"));
            UnorderedList bySeverity = new UnorderedList();
            ORDER.stream()
                    .filter(severity -> trial.bySeverity().containsKey(severity))
                    .forEach(severity -> bySeverity.add(new ListItem(
                            SeverityMark.of(severity),
                            Markup.text(
                                    "", " " + Counted.number(trial.bySeverity().get(severity))))));
            preview.add(
                    bySeverity,
                    Markup.text(
                            "bw-meta",
                            "What opens later is new and not among them. Their risk stays. On the day above they open again."));
            accept.setEnabled(trial.changed() > 0);
        } catch (InvalidRequest e) {
            preview.add(Markup.text("bw-preview-count", "Too many at a time. Allowed: " + e.allowed()));
            accept.setEnabled(false);
        }
    }

    private void accept() {
        boolean noReason = reason.getValue().isBlank();
        reason.setInvalid(noReason);
        reason.setErrorMessage("Say why.");
        if (noReason || !Decisions.isSet(until)) {
            return;
        }
        DecisionOutcome outcome = desk.triage()
                .accept(
                        Selection.matching(q()),
                        reason.getValue().strip(),
                        until.getValue().atStartOfDay(ZoneOffset.UTC).toInstant(),
                        false,
                        desk.reader());
        close();
        done.run();
        UUID id = outcome.id();
        UndoNotice.show(
                Counted.of(outcome.changed(), "violation", "violations") + " accepted.",
                id == null ? Optional.empty() : Optional.of(() -> desk.triage().undo(id, desk.reader())),
                done);
    }
}
