package dev.breakwater.ui.access;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinRequest;
import dev.breakwater.central.access.ApiTokens;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.ui.part.CopyLine;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes an API token and shows it, once. */
final class TokenDialog {

    private static final int USUAL_DAYS = 90;

    private final ApiTokens tokens;
    private final Runnable done;
    private final TextField name = new TextField("Name");
    private final Select<Role> role = AccountDialogs.role(List.of(Role.values()));
    private final IntegerField days = new IntegerField("Days it lives");
    private final FormDialog dialog;

    TokenDialog(ApiTokens tokens, Runnable done) {
        this.tokens = tokens;
        this.done = done;
        name.setHelperText("What uses it, such as deploy-pipeline.");
        name.setRequiredIndicatorVisible(true);
        name.setAutofocus(true);
        name.setWidthFull();
        role.setValue(Role.ANALYST);
        days.setHelperText("1 to 366.");
        days.setValue(USUAL_DAYS);
        days.setWidthFull();
        dialog = new FormDialog(
                        "New API token", "It signs in to the API, never to the console.", "Make the token", this::make)
                .with("name", name)
                .with("role", role)
                .with("expiresInDays", days);
    }

    void open() {
        dialog.open();
    }

    private void make() {
        Integer life = days.getValue();
        if (life == null) {
            throw new InvalidRequest("expiresInDays", "", "1 to 366");
        }
        ApiTokens.Created created = tokens.create(name.getValue().strip(), role.getValue(), Duration.ofDays(life));
        dialog.showInstead(
                Markup.paragraph("This is the only time that it is shown. Keep it where you keep your secrets."),
                new CopyLine("API token " + created.token().name(), created.secret()),
                new CopyLine("Try it", "curl -H \"Authorization: Bearer $TOKEN\" " + address() + "/api/v1/summary"));
        done.run();
    }

    /** As the browser reached this page, so behind a proxy the address of the proxy. */
    private static String address() {
        return VaadinRequest.getCurrent() instanceof HttpServletRequest request
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : "https://breakwater.example.com";
    }
}
