package dev.breakwater.ui.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Inline;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The HTML page that the console lives in: style sheets, the scheme before the first paint, the icon. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("context://bw/tokens.css")
@StyleSheet("context://bw/icons.css")
@StyleSheet("context://bw/aura.css")
@StyleSheet("context://bw/breakwater.css")
@StyleSheet("context://bw/violations.css")
@StyleSheet("context://bw/overview.css")
@StyleSheet("context://bw/summary.css")
@StyleSheet("context://bw/policies.css")
@StyleSheet("context://bw/compliance.css")
@StyleSheet("context://bw/notifications.css")
@StyleSheet("context://bw/images.css")
@StyleSheet("context://bw/vulnerabilities.css")
@StyleSheet("context://bw/plan.css")
@Push
@Viewport("width=device-width, initial-scale=1")
public class ConsoleShell implements AppShellConfigurator {

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "bw/logo.svg", "any");
        settings.addInlineWithContents(
                Inline.Position.PREPEND, read("META-INF/resources/bw/theme.js"), Inline.Wrapping.JAVASCRIPT);
        settings.addInlineWithContents(
                Inline.Position.APPEND, read("META-INF/resources/bw/keys.js"), Inline.Wrapping.JAVASCRIPT);
    }

    private static String read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
