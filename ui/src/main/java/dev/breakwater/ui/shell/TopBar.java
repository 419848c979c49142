package dev.breakwater.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.profile.Preferences.Theme;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.shell.Palette.Choice;

/** The right of the top bar: search and palette, health, colours, help, person. */
@SpringComponent
@UIScope
class TopBar extends Div {

    private final PaletteChoices choices;
    private final Liking liking;
    private final HealthWord health;
    private final AuthenticationContext person;
    private final ThemeMenu theme;
    private Scope scope = Scope.DEFAULT;

    TopBar(PaletteChoices choices, Liking liking, HealthWord health, PersonMenu menu, AuthenticationContext person) {
        this.choices = choices;
        this.liking = liking;
        this.health = health;
        this.person = person;
        this.theme = new ThemeMenu(this::chooseTheme);
        addClassName("bw-top-right");
        Button search = new Button(Markup.icon("search"), event -> openPalette());
        search.addClassName("bw-search");
        search.setText("Search or go to");
        search.setSuffixComponent(Markup.text("bw-key", "Ctrl K"));
        search.setAriaLabel("Search or go to, Ctrl K");
        search.getElement().setAttribute("data-shortcut", "ctrl k");
        Button help = new Button(Markup.icon("help"), event -> openHelp());
        help.addThemeVariants(ButtonVariant.TERTIARY);
        help.addClassName("bw-icon-button");
        help.setAriaLabel("Keys and help");
        help.setTooltipText("Keys and help");
        help.getElement().setAttribute("data-shortcut", "?");
        add(search, health, theme, help, menu);
    }

    /** Reads what stands in it anew. */
    void show(Scope now) {
        scope = now;
        health.read();
        theme.show(liking.get().theme());
    }

    private void openPalette() {
        Dialog dialog = new Dialog();
        dialog.addClassName("bw-palette-dialog");
        dialog.getElement().setAttribute("aria-label", "Search or go to");
        dialog.setWidth("min(600px, calc(100vw - 24px))");
        dialog.setTop("72px");
        dialog.add(new Palette(text -> choices.find(text, person.hasRole("ADMIN")), choice -> {
            dialog.close();
            go(choice);
        }));
        dialog.open();
    }

    private void go(Choice choice) {
        if (choice.go().startsWith("!")) {
            act(ShellAction.valueOf(choice.go().substring(1)));
            return;
        }
        Location place = new Location(choice.go());
        QueryParameters parameters = place.getQueryParameters();
        if (!scope.toParameter().isEmpty()) {
            parameters = parameters.merging(Scope.PARAMETER, scope.toParameter());
        }
        UI.getCurrent().navigate(place.getPath(), parameters);
    }

    private void act(ShellAction action) {
        switch (action) {
            case LIGHT -> chooseTheme(Theme.LIGHT);
            case DARK -> chooseTheme(Theme.DARK);
            case SYSTEM -> chooseTheme(Theme.SYSTEM);
            case HELP -> openHelp();
            case SIGN_OUT -> person.logout();
        }
    }

    private void openHelp() {
        new HelpDialog(liking.get().singleKeys(), on -> liking.switchKeys(on, UI.getCurrent())).open();
    }

    private void chooseTheme(Theme chosen) {
        liking.choose(chosen, UI.getCurrent());
        theme.show(chosen);
    }
}
