package dev.breakwater.ui.reports;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.reporting.ReportSchedule;
import dev.breakwater.central.reporting.Reports;
import dev.breakwater.central.reporting.ScheduleWords;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** When a report is made: a usual schedule or one's own, said in words with its next moments as it is typed. */
final class ScheduleFields {

    private static final String OWN = "own";
    private static final String WEEKLY = "30 7 * * MON";
    private static final Map<String, String> USUAL = new LinkedHashMap<>();

    static {
        USUAL.put("", "Only when you ask");
        USUAL.put("30 7 * * *", "Every day");
        USUAL.put("30 7 * * MON-FRI", "On weekdays");
        USUAL.put(WEEKLY, "Every Monday");
        USUAL.put("30 7 1 * *", "On the first of the month");
        USUAL.put("30 7 1 1,4,7,10 *", "On the first of the quarter");
        USUAL.put(OWN, "As the fields of cron say");
    }

    private final Reports reports;
    private final TimeWords times;
    private final Select<String> usual = new Select<>();
    private final TextField cron = new TextField("Schedule");
    private final ComboBox<String> zone = new ComboBox<>("Time zone");
    private final Checkbox rests = new Checkbox("Rests: not made by itself for now");
    private final Div meaning = Markup.box("bw-schedule-words");

    ScheduleFields(Reports reports, TimeWords times) {
        this.reports = reports;
        this.times = times;
        usual.setLabel("Made");
        usual.setItems(USUAL.keySet());
        usual.setItemLabelGenerator(USUAL::get);
        usual.setWidthFull();
        usual.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                if (!OWN.equals(event.getValue())) {
                    cron.setValue(event.getValue() == null ? "" : event.getValue());
                }
                cron.focus();
                explain();
            }
        });
        cron.setHelperText("Minute, hour, day of the month, month, day of the week.");
        cron.setWidthFull();
        cron.setMaxLength(100);
        cron.setValueChangeMode(ValueChangeMode.LAZY);
        cron.addValueChangeListener(event -> {
            usual.setValue(USUAL.containsKey(cron.getValue()) ? cron.getValue() : OWN);
            explain();
        });
        zone.setItems(ZoneId.getAvailableZoneIds().stream().sorted().toList());
        zone.setWidthFull();
        zone.addValueChangeListener(event -> explain());
        rests.addValueChangeListener(event -> explain());
        meaning.getElement().setAttribute("role", "status");
    }

    void into(FormDialog dialog) {
        dialog.with("usual", usual)
                .with("schedule/cron", cron)
                .with("schedule/zone", zone)
                .with("schedule/enabled", rests)
                .say(meaning);
    }

    /** A new one, in the time zone of whoever defines it. */
    void begin() {
        zone.setValue(here());
        cron.setValue(WEEKLY);
    }

    void show(@Nullable ReportSchedule schedule) {
        zone.setValue(schedule == null ? here() : schedule.zone());
        rests.setValue(schedule != null && !schedule.enabled());
        cron.setValue(schedule == null ? "" : schedule.cron());
        usual.setValue(USUAL.containsKey(cron.getValue()) ? cron.getValue() : OWN);
        explain();
    }

    private static String here() {
        UI ui = UI.getCurrent();
        String zone =
                ui == null ? null : ui.getPage().getExtendedClientDetails().getTimeZoneId();
        return zone != null && ZoneId.getAvailableZoneIds().contains(zone) ? zone : "UTC";
    }

    @Nullable
    ReportSchedule value() {
        return cron.getValue().isBlank()
                ? null
                : new ReportSchedule(cron.getValue().strip(), zone(), !rests.getValue());
    }

    private String zone() {
        return zone.getValue() == null ? "" : zone.getValue();
    }

    private void explain() {
        meaning.removeAll();
        cron.setInvalid(false);
        zone.setInvalid(false);
        boolean scheduled = !cron.getValue().isBlank() || OWN.equals(usual.getValue());
        cron.setVisible(scheduled);
        zone.setVisible(scheduled);
        rests.setVisible(scheduled);
        if (cron.getValue().isBlank()) {
            return;
        }
        try {
            ScheduleWords words = reports.schedule(cron.getValue(), zone());
            meaning.add(Markup.text("bw-name", "Made " + words.words() + "."));
            if (rests.getValue()) {
                meaning.add(Markup.text("bw-meta", "It rests: nothing is due."));
                return;
            }
            OrderedList next = new OrderedList();
            words.next().forEach(moment -> next.add(Markup.item(times.exact(moment))));
            meaning.add(Markup.text("bw-meta", "The next three, in your time:"), next);
        } catch (InvalidRequest e) {
            boolean ofZone = e.field().endsWith("zone");
            (ofZone ? zone : cron).getElement().setProperty("errorMessage", "Allowed: " + e.allowed() + ".");
            if (ofZone) {
                zone.setInvalid(true);
            } else {
                cron.setInvalid(true);
            }
        }
    }
}
