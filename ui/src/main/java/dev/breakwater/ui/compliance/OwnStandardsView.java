package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.OwnStandard;
import dev.breakwater.central.compliance.OwnStandards;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Standards and profiles that people write: what there is, and an editor that says what is wrong and where. */
@Route(ComplianceNavigation.STANDARDS)
@PageTitle("Your standards · Breakwater")
@PermitAll
class OwnStandardsView extends Div {

    private static final String BEGIN = """
            id: our-baseline
            name: Our baseline
            extends: nist-800-190
            without:
              - {control: 4.5.1, reason: The provider runs the nodes.}
            add:
              - id: A
                title: Ours
                controls:
                  - id: A.1
                    title: Owners
                    asks: Somebody answers for each workload.
                    checks: [owner-known]
            """;

    private final OwnStandards standards;
    private final ComplianceRuns runs;
    private final Clock clock;
    private final boolean mayWrite;

    OwnStandardsView(OwnStandards standards, ComplianceRuns runs, Clock clock, AuthenticationContext person) {
        this.standards = standards;
        this.runs = runs;
        this.clock = clock;
        this.mayWrite = person.hasRole("ADMIN");
        addClassNames("bw-page", "bw-scroll");
        show();
    }

    private void show() {
        removeAll();
        PageHead head = new PageHead(
                "Your standards",
                "Write a standard of your own, or a profile that takes controls out of another one with a reason, changes what answers"
                        + " them, and adds yours.");
        head.addWay(Markup.link(ComplianceNavigation.PATH, "Compliance"));
        if (mayWrite) {
            head.addActions(new Button("Write a standard…", event -> edit(null)));
        }
        add(head);
        List<OwnStandard> all = standards.list();
        if (all.isEmpty()) {
            add(new EmptyState(
                    "Nothing is written yet",
                    "The standards of the product are checked as they come. The format is told in the reference of standards.",
                    Markup.link(ComplianceNavigation.PATH, "Compliance")));
            return;
        }
        Div cards = Markup.box("bw-cards");
        all.forEach(one -> cards.add(card(one)));
        add(cards);
    }

    private Component card(OwnStandard one) {
        TimeWords times = TimeWords.here(clock);
        Div card = Markup.box(
                "bw-card bw-card-wide",
                new CardHead(
                        one.name(),
                        one.id() + ", "
                                + (one.base().isEmpty() ? "a standard of its own" : "a profile of " + one.base())
                                + ", " + Counted.of(one.controls(), "control", "controls")
                                + (one.left().isEmpty() ? "" : ", " + one.left().size() + " taken out")));
        card.add(Markup.text(
                "bw-meta",
                "version " + one.version() + ", " + one.updatedBy() + ", " + times.exact(one.updatedAt())
                        + (one.deletedAt() == null ? "" : "; deleted")));
        if (!one.problem().isEmpty()) {
            card.add(Markup.box("bw-form-problem", Markup.text("", one.problem())));
        }
        if (!one.left().isEmpty()) {
            Div left = Markup.box("bw-standard-left");
            one.left()
                    .forEach((control, reason) -> left.add(Markup.box(
                            "bw-controls-name",
                            Markup.text("bw-controls-number", control),
                            Markup.text("bw-meta", reason))));
            card.add(left);
        }
        if (mayWrite) {
            card.add(actions(one));
        }
        return card;
    }

    private Component actions(OwnStandard one) {
        Div actions = Markup.box("bw-check-actions");
        if (one.deletedAt() != null) {
            actions.add(named(new Button("Bring back", event -> changed(() -> standards.restore(one.id()))), one));
        } else {
            actions.add(
                    named(new Button("Edit…", event -> edit(one)), one),
                    named(new Button("Delete", event -> changed(() -> standards.delete(one.id()))), one));
        }
        return actions;
    }

    private static Button named(Button button, OwnStandard one) {
        button.setAriaLabel(button.getText().replace("…", "") + " " + one.name());
        return button;
    }

    private void edit(@org.jspecify.annotations.Nullable OwnStandard one) {
        new StandardDialog(standards, one, one == null ? BEGIN : one.document(), () -> {
                    runs.run("a standard was written");
                    show();
                })
                .open();
    }

    private void changed(Runnable change) {
        try {
            change.run();
            runs.run("the standards were changed");
        } catch (Conflict | NotFound e) {
            com.vaadin.flow.component.notification.Notification.show(Failures.words(e));
        }
        show();
    }
}
