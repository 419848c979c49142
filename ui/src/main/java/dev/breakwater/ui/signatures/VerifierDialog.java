package dev.breakwater.ui.signatures;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.images.Verifier;
import dev.breakwater.central.images.Verifier.Kind;
import dev.breakwater.central.images.VerifierDraft;
import dev.breakwater.central.images.Verifiers;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for a signature verifier, and tries it with an image before it is kept. */
final class VerifierDialog {

    private final Verifiers verifiers;
    private final @Nullable Verifier before;
    private final Runnable done;
    private final TextField name = field("Name", "By which policies name it, such as release-key.");
    private final Select<Kind> kind = new Select<>();
    private final TextArea pem = area("Trusted", "");
    private final TextArea subjects = area(
            "Signed by", "One a line: mail address, URI or host name; * for any text. Empty = anybody it certifies.");
    private final TextArea issuers =
            area("Vouched for by", "One a line: identity provider, or issuer of the certificate. Empty = any.");
    private final TextArea logs = area(
            "Transparency logs",
            "Their public keys, PEM. With them certificates that lived for minutes count for what was signed in that time.");
    private final TextArea images =
            area("Speaks of", "One repository a line: registry.example.com/shop/*. Empty = all images.");
    private final TextField note = field("Note", "");
    private final TextField tried =
            field("Try it with an image", "With its registry: registry.example.com/shop/web:1.2.");
    private final Div outcome = Markup.box("bw-tried");
    private final FormDialog dialog;

    /** @param before what is changed, {@code null} = a new one */
    VerifierDialog(Verifiers verifiers, @Nullable Verifier before, Runnable done) {
        this.verifiers = verifiers;
        this.before = before;
        this.done = done;
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        pem.setRequiredIndicatorVisible(true);
        kind.setLabel("Kind");
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(SignatureWords::kind);
        kind.setWidthFull();
        kind.addValueChangeListener(event -> show(event.getValue()));
        kind.setValue(before == null ? Kind.KEY : before.kind());
        if (before != null) {
            name.setValue(before.name());
            pem.setValue(before.pem());
            subjects.setValue(String.join("\n", before.subjects()));
            issuers.setValue(String.join("\n", before.issuers()));
            logs.setValue(before.logsPem());
            images.setValue(String.join("\n", before.images()));
            note.setValue(before.note());
        }
        dialog = new FormDialog(
                        before == null ? "Add a signature verifier" : "Change " + before.name(),
                        "Signatures of images that run are looked for, and verified with it, by themselves.",
                        before == null ? "Add the verifier" : "Keep the changes",
                        this::keep)
                .with("name", name)
                .with("kind", kind)
                .with("pem", pem)
                .with("subjects", subjects)
                .with("issuers", issuers)
                .with("logsPem", logs)
                .with("images", images)
                .with("note", note)
                .with("image", tried);
        dialog.add(outcome);
        dialog.getFooter().addComponentAsFirst(new Button("Test", event -> test()));
    }

    private static TextField field(String label, String help) {
        TextField field = new TextField(label);
        field.setWidthFull();
        field.setHelperText(help);
        return field;
    }

    private static TextArea area(String label, String help) {
        TextArea area = new TextArea(label);
        area.setWidthFull();
        area.setMaxRows(5);
        area.setHelperText(help);
        return area;
    }

    private void show(Kind chosen) {
        boolean certificate = chosen == Kind.CERTIFICATE;
        subjects.setVisible(certificate);
        issuers.setVisible(certificate);
        logs.setVisible(certificate);
        pem.setLabel(certificate ? "Certificates of the authority" : "Public key");
        pem.setHelperText(
                certificate
                        ? "PEM, of the authority or authorities that certify who signs."
                        : "PEM, such as the file cosign.pub; several may follow each other.");
    }

    void open() {
        dialog.open();
    }

    private VerifierDraft draft() {
        boolean certificate = kind.getValue() == Kind.CERTIFICATE;
        return new VerifierDraft(
                name.getValue().strip(),
                kind.getValue(),
                pem.getValue().strip(),
                certificate ? lines(subjects) : List.of(),
                certificate ? lines(issuers) : List.of(),
                certificate ? logs.getValue().strip() : "",
                lines(images),
                note.getValue().strip());
    }

    private static List<String> lines(TextArea area) {
        return area.getValue()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private void keep() {
        if (before == null) {
            verifiers.create(draft());
        } else {
            verifiers.update(before.id(), draft());
        }
        dialog.close();
        done.run();
    }

    private void test() {
        outcome.removeAll();
        dialog.attempt(() -> outcome.add(
                SignatureWords.outcome(verifiers.test(draft(), tried.getValue().strip()))));
    }
}
