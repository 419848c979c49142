package dev.breakwater.ui.notifications;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.breakwater.central.notification.BucketSettings;
import dev.breakwater.central.notification.EmailSettings;
import dev.breakwater.central.notification.EmailSettings.Tls;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.NotifierKind;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.notification.WebhookSettings;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.TestResult;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks for a target, and tries it before it is kept. What is secret is written here and never shown again. */
final class TargetDialog {

    private static final int USUAL_PORT = 587;

    private final Notifiers notifiers;
    private final @Nullable Notifier before;
    private final Consumer<Notifier> done;
    private final TextField name = field("Name", "Such as ops or payments team. Namespaces can name it.");
    private final Select<NotifierKind> kind = new Select<>();
    private final TextField host = field("Mail server", "");
    private final IntegerField port = new IntegerField("Port");
    private final Select<Tls> tls = new Select<>();
    private final TextField username = field("User", "Empty if the server asks for none.");
    private final TextField from = field("From", "");
    private final TextField to = field("To", "One or more addresses, with commas between them.");
    private final TextField url =
            field("Address", "https://…; http:// only for what breakwater.notifications.allowed-targets names.");
    private final TextField endpoint = field("Store", "https://… of the store, without the bucket.");
    private final TextField region = field("Region", "Such as eu-central-1; stores that have none take any.");
    private final TextField bucket = field("Bucket", "");
    private final TextField prefix = field("Folder", "Empty, or a path that ends in /, such as breakwater/.");
    private final TextField accessKey = field("Access key", "");
    private final PasswordField secret = new PasswordField();
    private final Div outcome = new TestResult();
    private final FormDialog dialog;

    /** @param before what is changed, {@code null} = a new one */
    TargetDialog(Notifiers notifiers, @Nullable Notifier before, Consumer<Notifier> done) {
        this.notifiers = notifiers;
        this.before = before;
        this.done = done;
        kind.setLabel("Kind");
        kind.setItems(NotifierKind.values());
        kind.setItemLabelGenerator(TargetWords::kind);
        kind.setWidthFull();
        kind.setReadOnly(before != null);
        tls.setLabel("Encryption");
        tls.setItems(Tls.values());
        tls.setItemLabelGenerator(TargetWords::tls);
        tls.setWidthFull();
        port.setWidthFull();
        port.setMin(1);
        port.setMax(65_535);
        secret.setWidthFull();
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        dialog = new FormDialog(
                        before == null ? "Add a target" : "Change " + before.name(),
                        "Where messages go. What goes there is said by rules.",
                        before == null ? "Add the target" : "Keep the changes",
                        this::keep)
                .with("name", name)
                .with("kind", kind)
                .with("email/host", host)
                .with("email/port", port)
                .with("email/tls", tls)
                .with("email/username", username)
                .with("webhook/url", url)
                .with("bucket/endpoint", endpoint)
                .with("bucket/region", region)
                .with("bucket/bucket", bucket)
                .with("bucket/prefix", prefix)
                .with("bucket/accessKey", accessKey)
                .with("secret", secret)
                .with("email/from", from)
                .with("email/to", to);
        dialog.add(outcome);
        dialog.getFooter().addComponentAsFirst(new Button("Send a test", event -> test()));
        fill();
        kind.addValueChangeListener(event -> show());
        show();
    }

    private static TextField field(String label, String help) {
        TextField field = new TextField(label);
        field.setWidthFull();
        if (!help.isEmpty()) {
            field.setHelperText(help);
        }
        return field;
    }

    private void fill() {
        kind.setValue(before == null ? NotifierKind.EMAIL : before.kind());
        EmailSettings email = before == null ? null : before.email();
        port.setValue(email == null ? USUAL_PORT : email.port());
        tls.setValue(email == null ? Tls.STARTTLS : email.tls());
        if (before != null) {
            name.setValue(before.name());
            url.setValue(before.webhook() == null ? "" : before.webhook().url());
        }
        BucketSettings store = before == null ? null : before.bucket();
        region.setValue(store == null ? "us-east-1" : store.region());
        if (store != null) {
            endpoint.setValue(store.endpoint());
            bucket.setValue(store.bucket());
            prefix.setValue(store.prefix());
            accessKey.setValue(store.accessKey());
        }
        if (email != null) {
            host.setValue(email.host());
            username.setValue(email.username());
            from.setValue(email.from());
            to.setValue(String.join(", ", email.to()));
        }
    }

    private void show() {
        NotifierKind chosen = kind.getValue();
        Stream.<Component>of(host, port, tls, username, from, to)
                .forEach(each -> each.setVisible(chosen == NotifierKind.EMAIL));
        Stream.<Component>of(endpoint, region, bucket, prefix, accessKey)
                .forEach(each -> each.setVisible(chosen == NotifierKind.S3));
        url.setVisible(chosen == NotifierKind.WEBHOOK);
        secret.setLabel(
                switch (chosen) {
                    case EMAIL -> "Password";
                    case WEBHOOK -> "Key of the signature";
                    case S3 -> "Secret key";
                });
        boolean kept = before != null && before.secretSet();
        secret.setHelperText(
                kept
                        ? "One is kept and not shown. Leave it empty to keep it."
                        : chosen == NotifierKind.WEBHOOK
                                ? "16 characters at least, the same as the receiver has. Kept encrypted, never shown again."
                                : "Kept encrypted, never shown again.");
    }

    void open() {
        dialog.open();
    }

    private NotifierDraft draft() {
        NotifierKind chosen = kind.getValue();
        return new NotifierDraft(
                name.getValue().strip(),
                chosen,
                before == null || before.enabled(),
                chosen == NotifierKind.EMAIL
                        ? new EmailSettings(
                                host.getValue().strip(),
                                port.getValue() == null ? 0 : port.getValue(),
                                tls.getValue(),
                                username.getValue().strip(),
                                from.getValue().strip(),
                                receivers())
                        : null,
                chosen == NotifierKind.WEBHOOK
                        ? new WebhookSettings(url.getValue().strip())
                        : null,
                chosen == NotifierKind.S3
                        ? new BucketSettings(
                                endpoint.getValue().strip(),
                                region.getValue().strip(),
                                bucket.getValue().strip(),
                                prefix.getValue().strip(),
                                accessKey.getValue().strip())
                        : null,
                secret.getValue().isEmpty() ? null : secret.getValue());
    }

    private List<String> receivers() {
        return Arrays.stream(to.getValue().split("[,;\\s]+"))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private void keep() {
        Notifier kept = before == null ? notifiers.create(draft()) : notifiers.update(before.id(), draft());
        dialog.close();
        done.accept(kept);
    }

    private void test() {
        UUID id = before == null ? null : before.id();
        dialog.attempt(() -> ((TestResult) outcome).show(notifiers.test(draft(), id)));
    }
}
