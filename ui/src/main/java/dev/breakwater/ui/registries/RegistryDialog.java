package dev.breakwater.ui.registries;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.images.Registries;
import dev.breakwater.central.images.Registry;
import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.RegistryDraft;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Asks for a registry, and calls it before it is kept. The secret is written here and never shown again. */
final class RegistryDialog {

    private final Registries registries;
    private final @Nullable Registry before;
    private final Runnable done;
    private final TextField host = field("Registry", "As in the names of images, such as registry.example.com:5000.");
    private final TextField username = field("User", "Empty if the registry asks for none.");
    private final PasswordField secret = new PasswordField("Password or token");
    private final Select<ScannedBy> scannedBy = new Select<>();
    private final TextField mirrorOf =
            field("Asked before", "The registry that it mirrors, such as docker.io. Usually empty.");
    private final TextArea certificates = new TextArea("Certificates to trust");
    private final Checkbox plainHttp = new Checkbox("Speak http, without any protection on the way");
    private final Div outcome = Markup.box("bw-tried");
    private final FormDialog dialog;

    /** @param before what is changed, {@code null} = a new one */
    RegistryDialog(Registries registries, @Nullable Registry before, Runnable done) {
        this.registries = registries;
        this.before = before;
        this.done = done;
        host.setRequiredIndicatorVisible(true);
        host.setAutofocus(true);
        secret.setWidthFull();
        secret.setHelperText(
                before != null && before.secretSet()
                        ? "One is kept and not shown. Leave it empty to keep it."
                        : "Kept encrypted, never shown again.");
        scannedBy.setLabel("Who looks into its images");
        scannedBy.setItems(ScannedBy.values());
        scannedBy.setItemLabelGenerator(RegistryWords::scannedBy);
        scannedBy.setWidthFull();
        scannedBy.setValue(before == null ? ScannedBy.CENTRAL : before.scannedBy());
        certificates.setWidthFull();
        certificates.setMaxRows(4);
        certificates.setHelperText("PEM, besides those of the Java runtime. Usually empty.");
        if (before != null) {
            host.setValue(before.host());
            username.setValue(before.username());
            mirrorOf.setValue(before.mirrorOf());
            certificates.setValue(before.caPem());
            plainHttp.setValue(before.plainHttp());
        }
        dialog = new FormDialog(
                        before == null ? "Add a registry" : "Change " + before.host(),
                        "Images that run and come from it are looked into by themselves.",
                        before == null ? "Add the registry" : "Keep the changes",
                        this::keep)
                .with("host", host)
                .with("username", username)
                .with("secret", secret)
                .with("scannedBy", scannedBy)
                .with("mirrorOf", mirrorOf)
                .with("caPem", certificates)
                .with("plainHttp", plainHttp);
        dialog.add(outcome);
        dialog.getFooter().addComponentAsFirst(new Button("Test", event -> test()));
    }

    private static TextField field(String label, String help) {
        TextField field = new TextField(label);
        field.setWidthFull();
        field.setHelperText(help);
        return field;
    }

    void open() {
        dialog.open();
    }

    private RegistryDraft draft() {
        return new RegistryDraft(
                host.getValue().strip(),
                mirrorOf.getValue().strip(),
                scannedBy.getValue(),
                username.getValue().strip(),
                certificates.getValue().strip(),
                Boolean.TRUE.equals(plainHttp.getValue()),
                secret.getValue().isEmpty() ? null : secret.getValue());
    }

    private void keep() {
        if (before == null) {
            registries.create(draft());
        } else {
            registries.update(before.id(), draft());
        }
        dialog.close();
        done.run();
    }

    private void test() {
        UUID id = before == null ? null : before.id();
        outcome.removeAll();
        dialog.attempt(() -> outcome.add(RegistryWords.outcome(registries.test(draft(), id))));
    }
}
