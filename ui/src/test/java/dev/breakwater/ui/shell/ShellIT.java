package dev.breakwater.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.profile.MyPreferences;
import dev.breakwater.central.profile.Preferences;
import dev.breakwater.central.profile.Preferences.Theme;
import dev.breakwater.central.profile.SavedView;
import dev.breakwater.central.profile.SavedViews;
import dev.breakwater.ui.ConsoleFixture;
import dev.breakwater.ui.ConsoleTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;

/** The palette, the help, and what a person likes. */
@ConsoleTest
@WithMockUser(username = "admin", roles = "ADMIN")
class ShellIT extends SpringBrowserlessTest {

    @Autowired
    ConsoleFixture fixture;

    @Autowired
    MyPreferences preferences;

    @Autowired
    SavedViews views;

    @BeforeEach
    void open() {
        fixture.send();
        UI.getCurrent().navigate("coverage", QueryParameters.of("scope", "cluster:c1"));
    }

    @AfterEach
    void forget() {
        preferences.change(Preferences.DEFAULT);
        views.list("policies").forEach(view -> views.delete(view.id()));
    }

    @Test
    void thePaletteFindsAWorkloadAndGoesThereWithTheScope() {
        Palette palette = palette();
        ComponentUtil.fireEvent(palette, new Palette.TextEvent(palette, true, "svc-1"));
        UUID workload = ConsoleFixture.workload("svc-1");
        String go = "inventory/workloads?sel=" + workload;
        assertThat(palette.getElement().getProperty("choices")).contains(go).contains("Open violations");

        ComponentUtil.fireEvent(palette, new Palette.GoEvent(palette, true, go));

        assertThat($(H1.class).single().getText()).isEqualTo("Workloads");
        assertThat(UI.getCurrent().getActiveViewLocation().getQueryParameters().getParameters())
                .containsEntry("scope", List.of("cluster:c1"))
                .containsEntry("sel", List.of(workload.toString()));
    }

    @Test
    void thePaletteGoesNowhereThatItDidNotOffer() {
        Palette palette = palette();

        ComponentUtil.fireEvent(palette, new Palette.GoEvent(palette, true, "clusters/of/elsewhere"));

        assertThat($(H1.class).single().getText()).isEqualTo("Coverage");
    }

    @Test
    void coloursAreKeptInTheProfile() {
        Palette palette = palette();

        ComponentUtil.fireEvent(palette, new Palette.GoEvent(palette, true, "!DARK"));

        assertThat(preferences.get().theme()).isEqualTo(Theme.DARK);
    }

    @Test
    void theHelpNamesTheKeysAndSwitchesSingleOnesOff() {
        test($(Button.class).withAttribute("data-shortcut", "?").single()).click();
        assertThat($(Dialog.class).single().getElement().getTextRecursively())
                .contains("Ctrl K")
                .contains("g v")
                .contains("export");

        test($(Checkbox.class).single()).click();

        assertThat(preferences.get().singleKeys()).isFalse();
    }

    @Test
    void aViewIsSavedUnderANameAndShownAgain() {
        UI.getCurrent()
                .navigate(
                        "policies",
                        QueryParameters.simple(java.util.Map.of("q", "severity:critical", "cols", "severity,name")));
        MenuBar menu = $(MenuBar.class).all().stream()
                .filter(bar -> bar.getItems()
                        .getFirst()
                        .getElement()
                        .getTextRecursively()
                        .equals("Views"))
                .findFirst()
                .orElseThrow();
        MenuItem save = menu.getItems().getFirst().getSubMenu().getItems().stream()
                .filter(item -> item.getText().startsWith("Save this view"))
                .findFirst()
                .orElseThrow();
        ComponentUtil.fireEvent(save, new ClickEvent<>(save));
        test($(TextField.class).single()).setValue("The worst");
        test($(Button.class).withText("Save the view").single()).click();

        SavedView saved = views.list("policies").getFirst();
        assertThat(saved.name()).isEqualTo("The worst");
        assertThat(saved.shown())
                .isEqualTo(new SavedView.Shown("severity:critical", "", List.of("severity", "name"), ""));
        assertThat(menu.getItems().getFirst().getElement().getTextRecursively()).isEqualTo("The worst");
    }

    private Palette palette() {
        test($(Button.class).withAttribute("data-shortcut", "ctrl k").single()).click();
        return $(Palette.class).single();
    }
}
