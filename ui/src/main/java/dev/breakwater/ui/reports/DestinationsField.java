package dev.breakwater.ui.reports;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.reporting.ReportDestination;
import dev.breakwater.central.reporting.ReportDraft.Packing;
import dev.breakwater.ui.notifications.NotificationsNavigation;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Refusable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the files of a report go besides this console, a row for each target of notifications. */
final class DestinationsField extends Div implements HasValidation, Refusable {

    /** What a report may have; central refuses more. */
    private static final int MOST = 10;

    private final transient Notifiers notifiers;
    private final transient List<Notifier> targets;
    private final transient List<DestinationRow> rows = new ArrayList<>();
    private final Div list = Markup.box("bw-destination-list");
    private final Div problem = Markup.box("bw-form-problem");
    private final Select<Packing> packing = new Select<>();
    private final Button add = new Button("Add a target", Markup.icon("plus"), event -> addRow(null));
    private boolean invalid;
    private String message = "";

    DestinationsField(Notifiers notifiers) {
        this.notifiers = notifiers;
        this.targets = notifiers.list();
        addClassName("bw-destinations");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "Sent to");
        problem.getElement().setAttribute("role", "alert");
        packing.setLabel("Sent as");
        packing.setItems(Packing.values());
        packing.setItemLabelGenerator(one -> switch (one) {
            case BUNDLE -> "One signed file (zip) that verifies as it is";
            case FILES -> "Single files, with their manifest and signature";
        });
        packing.setValue(Packing.BUNDLE);
        packing.setWidthFull();
        add.addThemeVariants(ButtonVariant.SMALL);
        add(
                Markup.text("bw-destinations-label", "Sent to"),
                Markup.text("bw-meta", "The page of the report always has it; targets get it besides."),
                list);
        if (targets.isEmpty()) {
            add(
                    Markup.text("bw-meta", "No target is set up yet: mail, a webhook or a bucket."),
                    Markup.link(NotificationsNavigation.TARGETS, "Set up a target"));
        } else {
            add(add);
        }
        add(problem, packing);
        arrange();
    }

    void show(List<ReportDestination> destinations, Packing how) {
        destinations.forEach(this::addRow);
        packing.setValue(how);
    }

    List<ReportDestination> value() {
        return rows.stream().flatMap(row -> row.value().stream()).toList();
    }

    Packing packing() {
        return packing.getValue();
    }

    private void addRow(@Nullable ReportDestination destination) {
        DestinationRow row = new DestinationRow(notifiers, targets, destination, this::remove);
        rows.add(row);
        list.add(row);
        arrange();
    }

    private void remove(DestinationRow row) {
        rows.remove(row);
        list.remove(row);
        arrange();
    }

    private void arrange() {
        packing.setVisible(!rows.isEmpty());
        add.setEnabled(rows.size() < MOST);
    }

    @Override
    public void refuse(InvalidRequest refused) {
        Optional<DestinationRow> row =
                rows.stream().filter(one -> one.refuse(refused)).findFirst();
        if (row.isEmpty()) {
            setErrorMessage(String.valueOf(refused.getMessage()));
            setInvalid(true);
        }
    }

    @Override
    public void setErrorMessage(@Nullable String text) {
        message = text == null ? "" : text;
    }

    @Override
    public String getErrorMessage() {
        return message;
    }

    @Override
    public void setInvalid(boolean isInvalid) {
        invalid = isInvalid;
        problem.removeAll();
        if (isInvalid) {
            problem.add(Markup.text("", message));
        } else {
            rows.forEach(DestinationRow::sound);
        }
    }

    @Override
    public boolean isInvalid() {
        return invalid;
    }
}
