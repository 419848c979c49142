package dev.breakwater.ui.notifications;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.notification.NotificationRules;
import dev.breakwater.central.notification.Notifier;
import dev.breakwater.central.notification.NotifierDraft;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TestResult;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Where messages go: each target with how it goes, and a test with the real error. */
@Route(NotificationsNavigation.TARGETS)
@PageTitle("Notifications · Breakwater")
@RolesAllowed("ADMIN")
class TargetsView extends Div implements AfterNavigationObserver {

    private final transient Notifiers notifiers;
    private final transient NotificationRules rules;
    private final transient Clock clock;
    private final Div body = Markup.box("bw-cards bw-cards-one");
    private final Div banners = Markup.box("bw-banners");

    TargetsView(Notifiers notifiers, NotificationRules rules, Clock clock) {
        this.notifiers = notifiers;
        this.rules = rules;
        this.clock = clock;
        addClassNames("bw-page", "bw-scroll");
        PageHead head = new PageHead(
                "Notifications",
                "Who is told of violations, silent clusters and certificates that end, by mail or by a signed request.");
        head.addActions(primary("Add a target…", this::add));
        add(head, new NotificationTabs(NotificationsNavigation.TARGETS), banners, body);
    }

    private static Button primary(String words, Runnable action) {
        Button button = new Button(words, Markup.icon("plus"), event -> action.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        List<Notifier> all = notifiers.list();
        banners.removeAll();
        body.removeAll();
        if (all.isEmpty()) {
            body.add(new EmptyState(
                    "Nobody is told of anything yet",
                    "Add where messages go: a mailbox, or a program that takes signed requests. Then a rule says what goes there.",
                    new Button("Add a target…", event -> add())));
            return;
        }
        unused(all);
        body.add(Markup.box(
                "bw-card bw-card-wide",
                new CardHead("Where do messages go?", Counted.of(all.size(), "target", "targets")),
                table(all)));
    }

    /** A target to which no rule leads looks set up and is not. */
    private void unused(List<Notifier> all) {
        boolean byNamespace = rules.list().stream()
                .anyMatch(rule -> rule.rule().enabled() && rule.rule().toNamespaceTarget());
        Set<UUID> used = new HashSet<>();
        rules.list().stream()
                .filter(rule -> rule.rule().enabled())
                .forEach(rule -> used.addAll(rule.rule().notifiers()));
        List<String> unused = all.stream()
                .filter(notifier -> !used.contains(notifier.id()))
                .map(Notifier::name)
                .toList();
        if (!unused.isEmpty() && !byNamespace) {
            banners.add(Markup.box(
                    "bw-banner",
                    Markup.icon("filter"),
                    Markup.text("", "No rule sends anything to " + String.join(", ", unused) + "."),
                    Markup.link(NotificationsNavigation.RULES, "Add a rule")));
        }
    }

    private FactTable table(List<Notifier> all) {
        TimeWords times = TimeWords.here(clock);
        FactTable table = new FactTable(
                "Targets of notifications", List.of("Name", "Kind", "Goes to", "State", "Last", "What to do"));
        for (Notifier notifier : all) {
            table.row(
                    Markup.text("bw-name", notifier.name()),
                    Markup.text("", TargetWords.kind(notifier.kind())),
                    Markup.text("bw-wrap-anywhere", TargetWords.where(notifier)),
                    TargetWords.state(notifier),
                    Markup.text("bw-wrap-anywhere bw-second", TargetWords.last(notifier, times)),
                    actions(notifier));
        }
        return table;
    }

    private Component actions(Notifier notifier) {
        return Markup.box(
                "bw-row-actions",
                named("Test", notifier, () -> test(notifier)),
                named("Edit…", notifier, () -> new TargetDialog(notifiers, notifier, kept -> show()).open()),
                named(notifier.enabled() ? "Switch off" : "Switch on", notifier, () -> turn(notifier)),
                named("Remove…", notifier, () -> remove(notifier)));
    }

    private static Button named(String words, Notifier notifier, Runnable action) {
        Button button = new Button(words, event -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words.replace("…", "") + " " + notifier.name());
        return button;
    }

    private void add() {
        new TargetDialog(notifiers, null, kept -> show()).open();
    }

    private void test(Notifier notifier) {
        TestResult result = new TestResult();
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle("Test of " + notifier.name());
        dialog.setWidth("460px");
        dialog.add(result);
        Button close = new Button("Close", event -> dialog.close());
        close.setAutofocus(true);
        dialog.getFooter().add(close);
        try {
            result.show(notifiers.test(notifier.id()));
        } catch (RuntimeException e) {
            result.add(Markup.text("bw-form-problem", Failures.words(e)));
        }
        dialog.open();
    }

    private void turn(Notifier notifier) {
        notifiers.update(
                notifier.id(),
                new NotifierDraft(
                        notifier.name(),
                        notifier.kind(),
                        !notifier.enabled(),
                        notifier.email(),
                        notifier.webhook(),
                        null));
        show();
    }

    private void remove(Notifier notifier) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                "Remove " + notifier.name(),
                "What waits for it is given up, and rules name it no more. What was delivered stays in the list of deliveries.",
                "Remove the target",
                () -> {
                    notifiers.delete(notifier.id());
                    dialog[0].close();
                    show();
                });
        dialog[0].open();
    }
}
