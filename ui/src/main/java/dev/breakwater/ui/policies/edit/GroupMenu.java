package dev.breakwater.ui.policies.edit;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import dev.breakwater.engine.policy.Policy.Section;
import dev.breakwater.ui.part.Markup;
import java.util.List;

/** What can be done to a criterion as a whole: all that dragging could do, by keyboard as well. */
final class GroupMenu extends MenuBar {

    GroupMenu(Desk desk, RulesStep step, int section, int number) {
        addThemeVariants(MenuBarVariant.TERTIARY);
        addClassNames("bw-icon-menu", "bw-ed-group-menu");
        List<Section> sections = desk.policy().sections();
        String name = sections.get(section).groups().get(number).criterion();
        int last = sections.get(section).groups().size() - 1;
        MenuItem more = addItem(Markup.icon("more"));
        more.setAriaLabel("Move or remove " + name);
        SubMenu menu = more.getSubMenu();
        menu.addItem("Move up", event -> move(desk, step, section, number, section, number - 1))
                .setEnabled(number > 0);
        menu.addItem("Move down", event -> move(desk, step, section, number, section, number + 1))
                .setEnabled(number < last);
        for (int i = 0; i < sections.size(); i++) {
            int to = i;
            if (to != section) {
                menu.addItem(
                        "Move to alternative " + (to + 1),
                        event -> move(
                                desk,
                                step,
                                section,
                                number,
                                to,
                                sections.get(to).groups().size()));
            }
        }
        menu.addSeparator();
        menu.addItem("Remove", event -> {
            desk.change("/sections/" + section, edit -> edit.removeGroup(section, number));
            step.show();
        });
    }

    private static void move(Desk desk, RulesStep step, int section, int number, int toSection, int toNumber) {
        desk.change("/sections", edit -> edit.moveGroup(section, number, toSection, toNumber));
        step.show(
                toSection,
                Math.min(
                        toNumber,
                        desk.policy().sections().get(toSection).groups().size() - 1));
    }
}
