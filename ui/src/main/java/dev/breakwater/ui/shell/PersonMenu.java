package dev.breakwater.ui.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.avatar.Avatar;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.annotation.UIScope;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.person.PersonNavigation;
import java.util.Locale;

/** Who is signed in, as what, and the way out. */
@SpringComponent
@UIScope
class PersonMenu extends MenuBar {

    PersonMenu(AuthenticationContext person) {
        addThemeVariants(MenuBarVariant.TERTIARY, MenuBarVariant.ALIGN_END);
        addClassName("bw-icon-menu");
        String name = person.getPrincipalName().orElse("nobody");
        Avatar avatar = new Avatar(name);
        avatar.setAbbreviation(name.substring(0, Math.min(2, name.length())).toUpperCase(Locale.ROOT));
        MenuItem menu = addItem(avatar);
        menu.setAriaLabel("Signed in as " + name);
        String role = person.getGrantedRoles().stream().findFirst().orElse("").toLowerCase(Locale.ROOT);
        MenuItem who = menu.getSubMenu().addItem(name + (role.isEmpty() ? "" : ", " + role));
        who.setEnabled(false);
        Span own = Markup.text("bw-menu-choice", "");
        own.add(Markup.icon("user"), Markup.text("", "Your account"));
        menu.getSubMenu().addItem(own, event -> UI.getCurrent().navigate(PersonNavigation.PATH));
        Span out = Markup.text("bw-menu-choice", "");
        out.add(Markup.icon("out"), Markup.text("", "Sign out"));
        menu.getSubMenu().addItem(out, event -> person.logout());
    }
}
