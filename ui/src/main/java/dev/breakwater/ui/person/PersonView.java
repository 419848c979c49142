package dev.breakwater.ui.person;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.access.People;
import dev.breakwater.central.profile.MyPreferences;
import dev.breakwater.central.profile.Preferences.Density;
import dev.breakwater.central.profile.Preferences.Theme;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.security.OpenSessions;
import dev.breakwater.ui.shell.Liking;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Locale;

/** The page of who is signed in. */
@Route(PersonNavigation.PATH)
@PageTitle("Your account · Breakwater")
@PermitAll
class PersonView extends Div {

    private final String name;
    private final MyPreferences preferences;
    private final Liking liking;

    PersonView(
            People people,
            OpenSessions sessions,
            MyPreferences preferences,
            Liking liking,
            AuthenticationContext person,
            Clock clock) {
        this.name = person.getPrincipalName().orElse("");
        this.preferences = preferences;
        this.liking = liking;
        addClassNames("bw-page", "bw-scroll");
        boolean admin = person.hasRole("ADMIN");
        PageHead head = new PageHead(
                "Your account",
                "You are signed in as " + name + ". "
                        + (admin ? "You may do everything." : "You may read; an administrator changes things."));
        Button out = new Button("Sign out", Markup.icon("out"), event -> person.logout());
        head.addActions(out);
        SessionTable open = new SessionTable(sessions, name, clock);
        add(
                head,
                Markup.box(
                        "bw-cards",
                        new PasswordCard(people, open::show),
                        tastes(),
                        Markup.box(
                                "bw-card bw-card-wide",
                                new CardHead("Where are you signed in?", "sessions of the console in this replica"),
                                open)));
    }

    private Div tastes() {
        RadioButtonGroup<Theme> theme = new RadioButtonGroup<>("Colours");
        theme.setItems(Theme.SYSTEM, Theme.LIGHT, Theme.DARK);
        theme.setItemLabelGenerator(choice -> switch (choice) {
            case SYSTEM -> "as the system";
            case LIGHT -> "light";
            case DARK -> "dark";
        });
        theme.setValue(preferences.get().theme());
        theme.addValueChangeListener(event -> liking.choose(event.getValue(), UI.getCurrent()));
        RadioButtonGroup<Density> density = new RadioButtonGroup<>("Height of rows");
        density.setItems(Density.values());
        density.setItemLabelGenerator(choice -> choice.name().toLowerCase(Locale.ROOT));
        density.setValue(preferences.get().density());
        density.addValueChangeListener(
                event -> preferences.change(preferences.get().withDensity(event.getValue())));
        Checkbox keys =
                new Checkbox("Keys without Ctrl do something", preferences.get().singleKeys());
        keys.addValueChangeListener(event -> liking.switchKeys(event.getValue(), UI.getCurrent()));
        Paragraph why = Markup.paragraph("Switch them off if you speak to your computer, or press keys by accident.");
        why.addClassName("bw-second");
        return Markup.box(
                "bw-card",
                new CardHead("How do you like the console?", "kept at once"),
                Markup.box("bw-form-column", theme, density, keys, why));
    }
}
