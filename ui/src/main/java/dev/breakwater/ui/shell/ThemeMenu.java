package dev.breakwater.ui.shell;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.breakwater.central.profile.Preferences.Theme;
import dev.breakwater.ui.part.Markup;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Light, dark, or as the system says. */
final class ThemeMenu extends MenuBar {

    private final Map<Theme, MenuItem> items = new EnumMap<>(Theme.class);

    ThemeMenu(Consumer<Theme> chosen) {
        addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.ALIGN_END);
        addClassName("bw-icon-menu");
        Span icon = Markup.icon("sun");
        icon.addClassName("bw-scheme-icon");
        MenuItem menu = addItem(icon);
        menu.setAriaLabel("Colours of the page");
        choice(menu, "Light", "sun", Theme.LIGHT, chosen);
        choice(menu, "Dark", "moon", Theme.DARK, chosen);
        choice(menu, "As the system", "screen", Theme.SYSTEM, chosen);
    }

    void show(Theme theme) {
        items.forEach((choice, item) -> item.setChecked(choice == theme));
    }

    private void choice(MenuItem menu, String text, String icon, Theme theme, Consumer<Theme> chosen) {
        Span label = Markup.text("bw-menu-choice", "");
        label.add(Markup.icon(icon), Markup.text("", text));
        MenuItem item = menu.getSubMenu().addItem(label, event -> chosen.accept(theme));
        item.setCheckable(true);
        items.put(theme, item);
    }
}
