package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.Attestations;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.ui.part.DayPicker;
import dev.breakwater.ui.part.FormDialog;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;

/** Asks a person to answer for what no tool can see. */
final class AttestDialog {

    private static final int USUAL_DAYS = 180;

    private final TextArea statement = new TextArea("How it is met");
    private final DatePicker until = DayPicker.of("Until");
    private final FileField file = new FileField();
    private final Checkbox everywhere = new Checkbox("In all clusters");
    private final FormDialog dialog;

    AttestDialog(
            Attestations attestations,
            String standard,
            Standard.Control control,
            UUID cluster,
            String clusterName,
            LocalDate today,
            Consumer<Attestation> done) {
        statement.setRequiredIndicatorVisible(true);
        statement.setMinRows(4);
        statement.setWidthFull();
        statement.setHelperText("Who does what, and where it can be seen. Auditors read it with your name.");
        until.setRequiredIndicatorVisible(true);
        until.setMin(today.plusDays(1));
        until.setMax(today.plusDays(Attestations.LONGEST_DAYS - 1L));
        until.setValue(today.plusDays(USUAL_DAYS));
        until.setHelperText("On that day it is asked again.");
        dialog = new FormDialog(
                        control.id() + " " + control.title(), control.attest(), "Attest for " + clusterName, () -> {
                            if (until.getValue() == null) {
                                throw new InvalidRequest(
                                        "validUntil", "", "a date within " + Attestations.LONGEST_DAYS + " days");
                            }
                            Attestation attested = attestations.attest(
                                    standard,
                                    control.id(),
                                    Boolean.TRUE.equals(everywhere.getValue()) ? null : cluster,
                                    statement.getValue(),
                                    until.getValue()
                                            .atStartOfDay(ZoneOffset.UTC)
                                            .toInstant(),
                                    file.brought());
                            this.close();
                            done.accept(attested);
                        })
                .with("statement", statement)
                .with("validUntil", until);
        dialog.with("clusterId", everywhere).with("file", file);
    }

    void open() {
        dialog.open();
    }

    private void close() {
        dialog.close();
    }
}
