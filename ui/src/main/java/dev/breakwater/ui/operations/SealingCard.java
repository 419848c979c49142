package dev.breakwater.ui.operations;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.central.sealing.SealedDays.Verification;
import dev.breakwater.central.sealing.SigningKey;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.CopyLine;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;
import java.util.Set;

/** What reports are signed with, and the last day of the chain; administrators rotate the key and verify the chain. */
final class SealingCard extends Div {

    private final transient SigningKeys keys;
    private final transient SealedDays days;
    private final transient TimeWords times;
    private final boolean administers;

    SealingCard(SigningKeys keys, SealedDays days, TimeWords times, boolean administers) {
        this.keys = keys;
        this.days = days;
        this.times = times;
        this.administers = administers;
        addClassNames("bw-card", "bw-card-wide");
        show();
    }

    private void show() {
        removeAll();
        var head = days.head();
        add(new CardHead("What are reports signed with?", "so that who gets one can verify it without asking"));
        add(new CopyLine(
                "Fingerprint of the signing key, for bwctl report verify FILE --key",
                keys.current().fingerprint()));
        add(new CopyLine("Head of the chain of days, closed to " + head.day(), head.hash()));
        add(new KeyTable(keys.all(), times));
        if (administers) {
            Div actions = Markup.box("bw-row-actions");
            Div outcome = Markup.box("bw-sealing-outcome");
            outcome.getElement().setAttribute("role", "status");
            actions.add(
                    new Button("Verify the chain", event -> verify(outcome)),
                    new Button("Rotate the key…", event -> rotate()));
            add(actions, outcome);
        }
    }

    private static final class KeyTable extends FactTable {

        KeyTable(List<SigningKey> keys, TimeWords times) {
            super("Signing keys", List.of("Key", "Since", "Until", "By", "Why"), Set.of());
            for (SigningKey key : keys) {
                row(
                        Markup.text("bw-code", key.fingerprint()),
                        Markup.text("bw-nowrap", times.exact(key.createdAt())),
                        Markup.text("bw-nowrap", key.retiredAt() == null ? "now" : times.exact(key.retiredAt())),
                        Markup.text("", key.createdBy()),
                        Markup.text("", key.reason()));
            }
        }
    }

    private void verify(Div outcome) {
        Verification found = days.verify();
        outcome.removeAll();
        outcome.add(Markup.paragraph(
                switch (found.state()) {
                    case SOUND -> "All " + Counted.of(found.days(), "day is", "days are") + " sound.";
                    case CHANGED ->
                        "The chain is broken: " + found.sound() + " of " + Counted.of(found.days(), "day", "days")
                                + " are sound.";
                    case UNKNOWN ->
                        found.sound() + " of " + Counted.of(found.days(), "day", "days")
                                + " are sound; of the others some of the audit log is no longer kept.";
                }));
        found.findings().stream()
                .limit(10)
                .forEach(finding -> outcome.add(Markup.paragraph(finding.day() + ": " + finding.detail())));
    }

    private void rotate() {
        TextField reason = new TextField("Why");
        reason.setWidthFull();
        reason.setMaxLength(SigningKeys.LONGEST_REASON);
        reason.setRequiredIndicatorVisible(true);
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                        "Rotate the signing key",
                        "From now on reports are signed with a new key. What the present one signed stays verifiable by its"
                                + " fingerprint; its private half is deleted. Tell those who verify reports the new fingerprint.",
                        "Rotate the key",
                        () -> {
                            keys.rotate(reason.getValue());
                            dialog[0].close();
                            show();
                        })
                .with("reason", reason);
        dialog[0].open();
    }
}
