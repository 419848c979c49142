package dev.breakwater.ui.shell;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.breakwater.ui.part.Markup;

/** Light, dark, or as the system says; kept in the browser, where {@code theme.js} reads it before the first paint. */
final class ThemeMenu extends MenuBar {

    ThemeMenu() {
        addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.ALIGN_END);
        addClassName("bw-icon-menu");
        Span icon = Markup.icon("sun");
        icon.addClassName("bw-scheme-icon");
        MenuItem menu = addItem(icon);
        menu.setAriaLabel("Colours of the page");
        choice(menu, "Light", "sun", "light");
        choice(menu, "Dark", "moon", "dark");
        choice(menu, "As the system", "screen", "system");
    }

    private static void choice(MenuItem menu, String text, String icon, String value) {
        Span label = Markup.text("bw-menu-choice", "");
        label.add(Markup.icon(icon), new Span(text));
        menu.getSubMenu()
                .addItem(label)
                .addClickListener(event -> event.getSource()
                        .getUI()
                        .ifPresent(ui -> ui.getPage().executeJs("window.breakwaterScheme($0)", value)));
    }
}
