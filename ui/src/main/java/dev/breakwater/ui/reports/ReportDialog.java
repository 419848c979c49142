package dev.breakwater.ui.reports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.profile.SavedView;
import dev.breakwater.central.profile.SavedViews;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDestination;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportSchedule;
import dev.breakwater.central.reporting.Reports;
import dev.breakwater.central.reporting.ScheduleWords;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks what a report is about, how it is written and when it is made. */
final class ReportDialog {

    private static final Map<String, String> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put("", "only when you ask");
        USUAL.put("30 7 * * *", "every day");
        USUAL.put("30 7 * * MON-FRI", "on weekdays");
        USUAL.put("30 7 * * MON", "every Monday");
        USUAL.put("30 7 1 * *", "on the first of the month");
        USUAL.put("30 7 1 1,4,7,10 *", "every quarter");
    }

    private final Reports reports;
    private final SavedViews views;
    private final Readers readers;
    private final TimeWords times;
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
    private final Select<String> usual = new Select<>();
    private final TextField cron = new TextField("Schedule");
    private final ComboBox<String> zone = new ComboBox<>("Time zone");
    private final IntegerField keep = new IntegerField("Days that files are kept");
    private final TextField destinations = new TextField("Sent to");
    private final Div meaning = Markup.box("bw-meta");
    private final FormDialog dialog;

    /** @param standard that a new one begins with, empty = none */
    ReportDialog(
            Reports reports,
            SavedViews views,
            Readers readers,
            TimeWords times,
            @Nullable ReportDefinition before,
            String standard,
            Runnable done) {
        this.reports = reports;
        this.views = views;
        this.readers = readers;
        this.times = times;
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
                .with("formats", formats)
                .with("usual", usual)
                .with("schedule/cron", cron)
                .with("schedule/zone", zone)
                .with("keepDays", keep)
                .with("destinations/kind", destinations);
        dialog.setWidth("600px");
        dialog.add(meaning);
        Button preview = new Button("Preview", Markup.icon("eye"), event -> dialog.attempt(this::preview));
        preview.addThemeVariants(ButtonVariant.TERTIARY);
        dialog.getFooter().addComponentAsFirst(preview);
        fill(standard);
    }

    private void choose(Reports.Choices choices) {
        kind.setLabel("About");
        kind.setItems(ReportKind.values());
        kind.setItemLabelGenerator(ReportKind::title);
        standards.setItems(choices.standards().keySet());
        standards.setItemLabelGenerator(id -> standardNames.getOrDefault(id, id));
        standards.setHelperText("None = all of them.");
        clusters.setItems(choices.clusters());
        clusters.setHelperText("None = all that you may see.");
        view.setLabel("Saved view");
        view.setEmptySelectionAllowed(true);
        view.setEmptySelectionCaption("none");
        view.setItemLabelGenerator(one -> one == null ? "none" : one.name());
        formats.setItemLabelGenerator(ReportFormat::name);
        usual.setLabel("Made");
        usual.setItems(USUAL.keySet());
        usual.setItemLabelGenerator(USUAL::get);
        usual.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                cron.setValue(event.getValue() == null ? "" : event.getValue());
            }
        });
        cron.setHelperText("Minute, hour, day of the month, month, day of the week; empty = only when you ask.");
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        cron.addValueChangeListener(event -> explain());
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.addValueChangeListener(event -> explain());
        keep.setMin(1);
        keep.setMax(3_650);
        destinations.setHelperText(
                reports.ways().isEmpty()
                        ? "Nothing to send to is set up; files are downloaded here."
                        : "KIND target, with commas between them: "
                                + reports.ways().entrySet().stream()
                                        .map(way -> way.getKey() + " " + way.getValue())
                                        .collect(Collectors.joining("; ")));
        destinations.setEnabled(!reports.ways().isEmpty());
        kind.addValueChangeListener(event -> ofKind(event.getValue()));
        List.of(name, filter, cron, destinations).forEach(TextField::setWidthFull);
        standards.setWidthFull();
        clusters.setWidthFull();
        kind.setWidthFull();
        view.setWidthFull();
        usual.setWidthFull();
        zone.setWidthFull();
        keep.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
    }

    private void ofKind(ReportKind chosen) {
        standards.setVisible(chosen == ReportKind.COMPLIANCE);
        clusters.setVisible(chosen != ReportKind.AUDIT);
        view.setVisible(!chosen.list().isEmpty());
        view.setItems(chosen.list().isEmpty() ? List.of() : views.list(chosen.list()));
        filter.setHelperText(
                chosen.list().isEmpty()
                        ? "cluster:, namespace: and platform:"
                        : "As in the filter bar of that list; empty = all of it.");
        Set<ReportFormat> kept = formats.getValue().stream()
                .filter(format -> chosen.formats().contains(format))
                .collect(Collectors.toSet());
        formats.setItems(chosen.formats().stream().sorted().toList());
        formats.setValue(kept);
    }

    private void fill(String standard) {
        if (before == null) {
            kind.setValue(ReportKind.COMPLIANCE);
            formats.setValue(Set.of(ReportFormat.PDF, ReportFormat.CSV));
            keep.setValue(ReportDraft.USUAL_DAYS);
            zone.setValue("UTC");
            usual.setValue("30 7 * * MON");
            cron.setValue("30 7 * * MON");
            if (standardNames.containsKey(standard)) {
                standards.setValue(Set.of(standard));
                name.setValue(standardNames.get(standard) + ", weekly");
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
        String fields = report.schedule() == null ? "" : report.schedule().cron();
        cron.setValue(fields);
        usual.setValue(USUAL.containsKey(fields) ? fields : null);
        zone.setValue(report.schedule() == null ? "UTC" : report.schedule().zone());
        keep.setValue(report.keepDays());
        destinations.setValue(report.destinations().stream()
                .map(to -> (to.kind() + " " + to.target()).strip())
                .collect(Collectors.joining(", ")));
    }

    /** Says what the schedule means as it is typed. */
    private void explain() {
        meaning.removeAll();
        if (cron.getValue().isBlank()) {
            return;
        }
        try {
            ScheduleWords words = reports.schedule(cron.getValue(), zone.getValue() == null ? "" : zone.getValue());
            meaning.add(Markup.text(
                    "",
                    "Made " + words.words() + "; next "
                            + words.next().stream().map(times::minute).collect(Collectors.joining(", ")) + "."));
        } catch (InvalidRequest e) {
            meaning.add(Markup.text("", "Not a schedule yet: " + e.allowed() + "."));
        }
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
                cron.getValue().isBlank()
                        ? null
                        : new ReportSchedule(
                                cron.getValue().strip(), zone.getValue() == null ? "" : zone.getValue(), true),
                keep.getValue() == null ? 0 : keep.getValue(),
                destinations());
    }

    /** Those that were there keep their settings. */
    private List<ReportDestination> destinations() {
        return Arrays.stream(destinations.getValue().split(","))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.split("\\s+", 2))
                .map(parts -> known(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
    }

    private ReportDestination known(String way, String target) {
        return (before == null ? List.<ReportDestination>of() : before.report().destinations())
                .stream()
                        .filter(one -> one.kind().equals(way) && one.target().equals(target))
                        .findFirst()
                        .orElseGet(() -> new ReportDestination(way, target, Map.of()));
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
