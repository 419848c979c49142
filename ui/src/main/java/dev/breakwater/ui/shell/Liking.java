package dev.breakwater.ui.shell;

import com.vaadin.flow.component.UI;
import dev.breakwater.central.profile.MyPreferences;
import dev.breakwater.central.profile.Preferences;
import dev.breakwater.central.profile.Preferences.Theme;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What the reader likes, in their browser: colours and keys follow the profile, wherever they sign in. */
@Component
public class Liking {

    private final MyPreferences preferences;

    Liking(MyPreferences preferences) {
        this.preferences = preferences;
    }

    Preferences get() {
        return preferences.get();
    }

    /** Brings the browser to what the profile says; it keeps the colours for the first paint of the next page. */
    void apply(UI ui) {
        Preferences liked = preferences.get();
        ui.getPage()
                .executeJs(
                        "window.breakwaterScheme && window.breakwaterScheme($0); window.breakwaterKeys = $1;",
                        liked.theme().name().toLowerCase(Locale.ROOT),
                        liked.singleKeys());
    }

    /** Keeps other colours and shows them. */
    public void choose(Theme theme, UI ui) {
        preferences.change(preferences.get().withTheme(theme));
        apply(ui);
    }

    /** Keeps whether keys without Ctrl do something. */
    public void switchKeys(boolean on, UI ui) {
        preferences.change(preferences.get().withSingleKeys(on));
        apply(ui);
    }
}
