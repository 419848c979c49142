package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import dev.breakwater.central.compliance.Compliance.CheckAnswer;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.ui.part.DayPicker;
import dev.breakwater.ui.part.FormDialog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Asks for an exception; another person has to approve it. */
final class ExceptDialog {

    private static final int USUAL_DAYS = 90;

    private final RadioButtonGroup<String> reach = new RadioButtonGroup<>("For");
    private final TextArea reason = new TextArea("Why");
    private final DatePicker until = DayPicker.of("Until");
    private final FormDialog dialog;

    ExceptDialog(
            ControlExceptions exceptions,
            AccessScope scope,
            CheckAnswer answer,
            Sample sample,
            LocalDate today,
            Runnable done) {
        String one = sample.kind() + " " + sample.name();
        List<String> choices = new ArrayList<>(List.of(one));
        if (!sample.namespace().isEmpty()) {
            choices.add("Everything in " + sample.namespace());
        }
        reach.setItems(choices);
        reach.setValue(one);
        reason.setRequiredIndicatorVisible(true);
        reason.setMinRows(3);
        reason.setWidthFull();
        reason.setHelperText("For who approves it, and for whoever looks later.");
        until.setRequiredIndicatorVisible(true);
        until.setMin(today.plusDays(1));
        until.setMax(today.plusDays(ControlExceptions.LONGEST_DAYS - 1L));
        until.setValue(today.plusDays(USUAL_DAYS));
        until.setHelperText("On that day it counts again by itself.");
        dialog = new FormDialog(
                        "Except from “" + answer.check().title() + "”",
                        "It is counted apart, in every standard that asks this check, and raises no percentage. Another person has"
                                + " to approve it.",
                        "Ask for the exception",
                        () -> {
                            if (until.getValue() == null) {
                                throw new InvalidRequest(
                                        "endsAt", "", "a date within " + ControlExceptions.LONGEST_DAYS + " days");
                            }
                            boolean single = one.equals(reach.getValue());
                            exceptions.request(
                                    new ControlException.Wish(
                                            answer.check().id(),
                                            "",
                                            "",
                                            answer.clusterId(),
                                            sample.namespace(),
                                            single ? sample.kind() : "",
                                            single ? sample.name() : "",
                                            reason.getValue().strip(),
                                            until.getValue()
                                                    .atStartOfDay(ZoneOffset.UTC)
                                                    .toInstant()),
                                    scope);
                            this.close();
                            done.run();
                        })
                .with("name", reach)
                .with("reason", reason)
                .with("endsAt", until);
    }

    void open() {
        dialog.open();
    }

    private void close() {
        dialog.close();
    }
}
