package dev.breakwater.ui.operations;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.operations.HealthReading.State;
import dev.breakwater.central.operations.SystemHealth;
import dev.breakwater.central.sealing.SealedDays;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;

/** Whether Breakwater itself is well: each reading with its limit, how it went, and what to do about it. */
@Route(OperationsNavigation.HEALTH)
@PageTitle("System health · Breakwater")
@PermitAll
class HealthView extends Div implements AfterNavigationObserver {

    private final transient SystemHealth health;
    private final transient SigningKeys keys;
    private final transient SealedDays days;
    private final transient Clock clock;
    private final boolean administers;
    private final Div cards = Markup.box("bw-cards");

    HealthView(
            SystemHealth health,
            SigningKeys keys,
            SealedDays days,
            DiagnosticDownload diagnostics,
            AuthenticationContext person,
            Clock clock) {
        this.health = health;
        this.keys = keys;
        this.days = days;
        this.clock = clock;
        this.administers = person.hasRole("ADMIN");
        addClassNames("bw-page", "bw-scroll");
        PageHead head = new PageHead(
                "System health", "How Breakwater itself is: its database, its queues, its sensors and what it keeps.");
        head.addActions(new Button("Read again", event -> show()));
        if (administers) {
            Anchor bundle = new Anchor((DownloadHandler) diagnostics::write, "Diagnostic bundle");
            bundle.addClassNames("bw-link");
            bundle.getElement()
                    .setAttribute("title", "A zip file for whoever helps: no secret, and no facts of any cluster");
            head.addActions(bundle);
        }
        add(head, cards);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
    }

    private void show() {
        SystemHealth.Report report = health.report();
        TimeWords times = TimeWords.here(clock);
        cards.removeAll();
        cards.add(readings(report, times), new SealingCard(keys, days, times, administers), kept(report, times));
    }

    private Component readings(SystemHealth.Report report, TimeWords times) {
        long ill = report.readings().stream()
                .filter(reading -> reading.state() != State.GOOD)
                .count();
        Div card = Markup.box(
                "bw-card bw-card-wide",
                new CardHead(
                        ill == 0 ? "Everything is as it should be" : "What needs attention?",
                        "read at " + times.exact(report.at())));
        card.add(new ReadingTable(report.readings(), health::history, times));
        return card;
    }

    private Component kept(SystemHealth.Report report, TimeWords times) {
        Div card = Markup.box(
                "bw-card bw-card-wide",
                new CardHead("What is kept, and for how long?", "older rows are deleted once a day"));
        card.add(new KeptTable(report.kept(), times));
        card.add(Markup.paragraph(
                "Whoever needs data longer sets more days (breakwater.retention.days.<name>) or exports it in time."));
        return card;
    }
}
