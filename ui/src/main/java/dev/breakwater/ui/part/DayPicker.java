package dev.breakwater.ui.part;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;

/** A field for a day that shows it as all pages do, such as 26 Dec 2026; 2026-12-26 can be typed as well. */
public final class DayPicker {

    private DayPicker() {}

    /** An empty one. */
    public static DatePicker of(String label) {
        DatePicker day = new DatePicker(label);
        day.setI18n(new DatePickerI18n()
                .setDateFormats("d MMM yyyy", "yyyy-MM-dd")
                .setFirstDayOfWeek(DayOfWeek.MONDAY.getValue()));
        return day;
    }
}
