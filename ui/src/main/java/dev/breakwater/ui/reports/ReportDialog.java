package dev.breakwater.ui.reports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.profile.SavedView;
import dev.breakwater.central.profile.SavedViews;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.Reports;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks what a report is about, how it is written and when it is made. */
final class ReportDialog {

    private final Reports reports;
    private final SavedViews views;
    private final Readers readers;
    private final @Nullable ReportDefinition before;
    private final Runnable done;
    private final Map<String, String> standardNames;
    private final TextField name = new TextField("Name");
    private final Select<ReportKind> kind = new Select<>();
    private final MultiSelectComboBox<String> standards = new MultiSelectComboBox<>("Standards");
    private final MultiSelectComboBox<String> clusters = new MultiSelectComboBox<>("Clusters");
    private final TextField filter = new TextField("Filter");
    private final Select<SavedView> view = new Select<>();
    private final CheckboxGroup<ReportFormat> formats = new CheckboxGroup<>("Forms");
    private final ScheduleFields schedule;
    private final IntegerField keep = new IntegerField("Days that files are kept");
    private final DestinationsField destinations;
    private final FormDialog dialog;

    /** @param start what a new one begins with */
    ReportDialog(
            Reports reports,
            SavedViews views,
            Readers readers,
            Notifiers notifiers,
            TimeWords times,
            @Nullable ReportDefinition before,
            ReportStart start,
            Runnable done) {
        this.reports = reports;
        this.views = views;
        this.readers = readers;
        this.schedule = new ScheduleFields(reports, times);
        this.destinations = new DestinationsField(notifiers);
        this.before = before;
        this.done = done;
        Reports.Choices choices = reports.choices(readers.scope());
        this.standardNames = choices.standards();
        choose(choices);
        dialog = new FormDialog(
                        before == null
                                ? "New report"
                                : "Change " + before.report().name(),
                        "It is made with your rights, as they are when it is made.",
                        before == null ? "Define the report" : "Keep the changes",
                        this::keep)
                .with("name", name)
                .with("kind", kind)
                .with("standards", standards)
                .with("clusters", clusters)
                .with("q", filter)
                .with("viewId", view)
                .with("formats", formats);
        schedule.into(dialog);
        dialog.with("keepDays", keep).with("destinations", destinations);
        List.of("destinations/kind", "destinations/target", "destinations/settings", "destinations/settings/to")
                .forEach(field -> dialog.alias(field, destinations));
        dialog.setWidth("600px");
        Button preview = new Button("Preview", Markup.icon("eye"), event -> dialog.attempt(this::preview));
        preview.addThemeVariants(ButtonVariant.TERTIARY);
        dialog.getFooter().addComponentAsFirst(preview);
        fill(start, choices);
    }

    private void choose(Reports.Choices choices) {
        kind.setLabel("About");
        kind.setItems(ReportKind.values());
        kind.setItemLabelGenerator(ReportKind::title);
        standards.setItems(choices.standards().keySet());
        standards.setItemLabelGenerator(id -> ReportWords.standard(id, standardNames));
        standards.setHelperText("None = all of them.");
        clusters.setItems(choices.clusters());
        clusters.setHelperText("None = all that you may see.");
        view.setLabel("Saved view");
        view.setEmptySelectionAllowed(true);
        view.setEmptySelectionCaption("none");
        view.setItemLabelGenerator(one -> one == null ? "none" : one.name());
        formats.setItemLabelGenerator(ReportFormat::name);
        keep.setMin(1);
        keep.setMax(3_650);
        kind.addValueChangeListener(event -> ofKind(event.getValue()));
        List.of(name, filter).forEach(TextField::setWidthFull);
        standards.setWidthFull();
        clusters.setWidthFull();
        kind.setWidthFull();
        view.setWidthFull();
        keep.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
    }

    private void ofKind(ReportKind chosen) {
        standards.setVisible(chosen == ReportKind.COMPLIANCE);
        clusters.setVisible(chosen != ReportKind.AUDIT);
        view.setVisible(!chosen.list().isEmpty());
        view.setItems(chosen.list().isEmpty() ? List.of() : views.list(chosen.list()));
        filter.setHelperText((chosen.list().isEmpty()
                        ? "cluster:, namespace: and platform:."
                        : "As in the filter bar of that list; empty = all of it.")
                + (chosen.tellsPlatform()
                        ? " What the platform itself runs is left out unless this names platform: (platform:yes,no = both)."
                        : ""));
        Set<ReportFormat> kept = formats.getValue().stream()
                .filter(format -> chosen.formats().contains(format))
                .collect(Collectors.toSet());
        formats.setItems(chosen.formats().stream().sorted().toList());
        formats.setValue(kept);
    }

    private void fill(ReportStart start, Reports.Choices choices) {
        if (before == null) {
            kind.setValue(ReportKind.COMPLIANCE);
            formats.setValue(Set.of(ReportFormat.PDF, ReportFormat.CSV));
            keep.setValue(ReportDraft.USUAL_DAYS);
            schedule.begin();
            boolean inCluster = choices.clusters().contains(start.cluster());
            if (standardNames.containsKey(start.standard())) {
                standards.setValue(Set.of(start.standard()));
                name.setValue(
                        standardNames.get(start.standard()) + (inCluster ? " in " + start.cluster() : "") + ", weekly");
            }
            if (inCluster) {
                clusters.setValue(Set.of(start.cluster()));
            }
            return;
        }
        ReportDraft report = before.report();
        name.setValue(report.name());
        kind.setValue(report.kind());
        standards.setValue(Set.copyOf(report.standards()));
        clusters.setValue(Set.copyOf(report.clusters()));
        filter.setValue(report.q());
        if (report.viewId() != null && !report.kind().list().isEmpty()) {
            views.list(report.kind().list()).stream()
                    .filter(one -> one.id().equals(report.viewId()))
                    .findFirst()
                    .ifPresent(view::setValue);
        }
        formats.setValue(report.formats());
        schedule.show(report.schedule());
        keep.setValue(report.keepDays());
        destinations.show(report.destinations(), report.packing());
    }

    void open() {
        dialog.open();
    }

    private void preview() {
        new PreviewDialog(reports.preview(draft(), readers.scope())).open();
    }

    private ReportDraft draft() {
        ReportKind chosen = kind.getValue();
        return new ReportDraft(
                name.getValue().strip(),
                chosen,
                chosen == ReportKind.COMPLIANCE
                        ? standards.getValue().stream().sorted().toList()
                        : List.of(),
                chosen == ReportKind.AUDIT
                        ? List.of()
                        : clusters.getValue().stream().sorted().toList(),
                filter.getValue().strip(),
                view.getValue() == null ? null : view.getValue().id(),
                formats.getValue(),
                schedule.value(),
                keep.getValue() == null ? 0 : keep.getValue(),
                destinations.value(),
                destinations.packing());
    }

    private void keep() {
        if (before == null) {
            reports.create(draft());
        } else {
            reports.update(before.id(), draft(), before.version());
        }
        dialog.close();
        done.run();
    }
}
