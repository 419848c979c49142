package dev.breakwater.ui.notifications;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.notification.NotificationRule;
import dev.breakwater.central.notification.NotificationRules;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.notification.RuleDraft;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What goes where: the rules in their order. */
@Route(NotificationsNavigation.RULES)
@PageTitle("Rules of notifications · Breakwater")
@RolesAllowed("ADMIN")
class RulesView extends Div implements AfterNavigationObserver {

    private final transient NotificationRules rules;
    private final transient Notifiers notifiers;
    private final transient Policies policies;
    private final Div body = Markup.box("bw-cards bw-cards-one");
    private final Button add = new Button("Add a rule…", Markup.icon("plus"), event -> ask(null, null));

    RulesView(NotificationRules rules, Notifiers notifiers, Policies policies) {
        this.rules = rules;
        this.notifiers = notifiers;
        this.policies = policies;
        addClassNames("bw-page", "bw-scroll");
        PageHead head = new PageHead(
                "Rules of notifications",
                "They are asked in their order; the first that fits decides, unless it goes on. What no rule takes is told to nobody.");
        add.addThemeVariants(ButtonVariant.PRIMARY);
        head.addActions(add);
        add(head, new NotificationTabs(NotificationsNavigation.RULES), body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        List<Notifier> targets = notifiers.list();
        List<NotificationRule> all = rules.list();
        add.setEnabled(!targets.isEmpty());
        body.removeAll();
        if (targets.isEmpty()) {
            body.add(new EmptyState(
                    "First a target",
                    "A rule says what goes to whom, and there is nobody yet.",
                    Markup.link(NotificationsNavigation.TARGETS, "Add a target")));
        } else if (all.isEmpty()) {
            body.add(new EmptyState(
                    "No rule yet, so nothing is told",
                    "Begin with one that tells of everything high and critical, silent clusters and certificates.",
                    new Button("Add a rule…", event -> ask(null, targets.getFirst()))));
        } else {
            body.add(Markup.box(
                    "bw-card bw-card-wide",
                    new CardHead("What goes where?", "from top to bottom"),
                    table(all, targets)));
        }
    }

    private FactTable table(List<NotificationRule> all, List<Notifier> targets) {
        Map<UUID, String> names = new HashMap<>();
        targets.forEach(target -> names.put(target.id(), target.name()));
        Map<UUID, String> policyNames = policies.list().stream()
                .collect(Collectors.toMap(
                        policy -> policy.policy().id(),
                        policy -> policy.policy().name()));
        FactTable table = new FactTable(
                "Rules of notifications", List.of("Rule", "Takes", "Tells", "Then", "State", "What to do"));
        for (int i = 0; i < all.size(); i++) {
            NotificationRule rule = all.get(i);
            table.row(
                    Markup.text("bw-name", rule.position() + ". " + rule.rule().name()),
                    Markup.text("bw-wrap-anywhere", RuleWords.takes(rule.rule(), policyNames)),
                    Markup.text("bw-wrap-anywhere", RuleWords.goesTo(rule.rule(), names)),
                    Markup.text("bw-second", rule.rule().goOn() ? "goes on" : "ends here"),
                    Markup.text(
                            rule.rule().enabled() ? "" : "bw-meta", rule.rule().enabled() ? "on" : "off"),
                    actions(rule, all, i));
        }
        return table;
    }

    private Component actions(NotificationRule rule, List<NotificationRule> all, int at) {
        Button up = step("up", "Move " + rule.rule().name() + " up", at > 0, () -> swap(all, at, at - 1));
        Button down =
                step("down", "Move " + rule.rule().name() + " down", at < all.size() - 1, () -> swap(all, at, at + 1));
        return Markup.box(
                "bw-row-actions",
                up,
                down,
                named("Edit…", rule, () -> ask(rule, null)),
                named(rule.rule().enabled() ? "Switch off" : "Switch on", rule, () -> turn(rule)),
                named("Remove…", rule, () -> remove(rule)));
    }

    private static Button step(String icon, String label, boolean possible, Runnable action) {
        Button button = new Button(Markup.icon(icon), event -> action.run());
        button.addThemeVariants(ButtonVariant.TERTIARY);
        button.addClassName("bw-icon-button");
        button.setAriaLabel(label);
        button.setTooltipText(label);
        button.setEnabled(possible);
        return button;
    }

    private static Button named(String words, NotificationRule rule, Runnable action) {
        Button button = new Button(words, event -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words.replace("…", "") + " " + rule.rule().name());
        return button;
    }

    private void ask(@Nullable NotificationRule rule, @Nullable Notifier suggested) {
        new RuleDialog(rules, rule, notifiers.list(), policies.list(), suggested, this::show).open();
    }

    private void swap(List<NotificationRule> all, int from, int to) {
        List<UUID> ids = new ArrayList<>(all.stream().map(NotificationRule::id).toList());
        Collections.swap(ids, from, to);
        rules.order(ids);
        show();
    }

    private void turn(NotificationRule rule) {
        RuleDraft old = rule.rule();
        rules.update(
                rule.id(),
                new RuleDraft(
                        old.name(),
                        !old.enabled(),
                        old.events(),
                        old.minimumSeverity(),
                        old.policies(),
                        old.owners(),
                        old.clusters(),
                        old.marks(),
                        old.notifiers(),
                        old.toNamespaceTarget(),
                        old.goOn()));
        show();
    }

    private void remove(NotificationRule rule) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                "Remove " + rule.rule().name(),
                "What it takes goes to the rules after it, from now on. What it took already is still told.",
                "Remove the rule",
                () -> {
                    rules.delete(rule.id());
                    dialog[0].close();
                    show();
                });
        dialog[0].open();
    }
}
