package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.ImageSignatures.OfVerifier;
import dev.breakwater.central.images.ImageSignatures.Report;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.signatures.SignatureWords;
import java.util.Comparator;

/** Who signed an image, as far as that counts: each verifier with what it says, since when, and why not. */
final class SignatureCard extends Div {

    private final transient ImageDesk desk;
    private final String image;
    private final transient TimeWords times;

    SignatureCard(ImageDesk desk, String image, TimeWords times) {
        this.desk = desk;
        this.image = image;
        this.times = times;
        addClassName("bw-card");
        show();
    }

    private void show() {
        Report report = desk.signature(image);
        removeAll();
        add(new CardHead("Who signed it?", looked(report)), SignatureWords.state(report.state()));
        if (report.verifiers().isEmpty()) {
            add(Markup.paragraph(SignatureWords.sentence(report.reason())));
            return;
        }
        Div rows = Markup.box("bw-signers");
        report.verifiers().stream()
                .sorted(Comparator.comparing(OfVerifier::state))
                .forEach(one -> rows.add(row(one)));
        add(rows);
        if (report.lookedAt() != null && !report.lastError().isEmpty()) {
            add(Markup.text("bw-second bw-wrap-anywhere", "The last look failed: " + report.lastError()));
        }
        if (desk.isAdministrator()) {
            add(again());
        }
    }

    private String looked(Report report) {
        return report.lookedAt() == null
                ? ""
                : Counted.of(report.found(), "signature", "signatures") + ", looked for "
                        + times.ago(report.lookedAt());
    }

    private Component row(OfVerifier one) {
        Div row = Markup.box(
                "bw-signer",
                Markup.box(
                        "bw-signer-line",
                        Markup.text("bw-name bw-wrap-anywhere", one.verifier()),
                        SignatureWords.state(one.state())));
        if (one.state() == State.VERIFIED) {
            row.add(Markup.text("bw-wrap-anywhere", "Signed by " + String.join(", ", one.signers()) + "."));
        } else {
            row.add(Markup.text("bw-second bw-wrap-anywhere", SignatureWords.sentence(one.reason())));
        }
        if (one.checkedAt() != null && one.since() != null) {
            row.add(Markup.text(
                    "bw-meta",
                    "Checked " + times.ago(one.checkedAt()) + "; so since " + times.minute(one.since()) + "."));
        }
        return row;
    }

    private Component again() {
        Div problem = Markup.box("bw-form-problem");
        problem.getElement().setAttribute("role", "alert");
        Button again = new Button("Look for signatures again");
        again.addThemeVariants(ButtonVariant.SMALL);
        again.addClickListener(event -> {
            try {
                desk.lookForSignatures(image);
                again.setEnabled(false);
                again.setText("Is looked for");
            } catch (RuntimeException e) {
                problem.removeAll();
                problem.add(Markup.text("", Failures.words(e)));
            }
        });
        return Markup.box("bw-sign-again", again, problem);
    }
}
