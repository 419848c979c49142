package dev.breakwater.ui.reports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import dev.breakwater.central.reporting.SealedReports;
import dev.breakwater.central.sealing.SigningKeys;
import dev.breakwater.ui.part.Failures;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One making of a report: how far it is, its files, what proves them, and whether they arrived. */
@Route(ReportsNavigation.JOBS + "/:job")
@PermitAll
class ReportJobView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int FAST_MILLIS = 2_000;

    private final transient ReportJobs jobs;
    private final transient SealedReports sealed;
    private final transient Readers readers;
    private final transient TimeWords times;
    private final transient JobCards cards;
    private final boolean mayChange;
    private @Nullable UUID id;
    private @Nullable ReportJob shown;
    private @Nullable Registration polling;
    private int usualPoll = -1;

    ReportJobView(
            ReportJobs jobs,
            SealedReports sealed,
            SigningKeys keys,
            Readers readers,
            Clock clock,
            AuthenticationContext person) {
        this.jobs = jobs;
        this.sealed = sealed;
        this.readers = readers;
        this.times = TimeWords.here(clock);
        this.mayChange = person.hasRole("ADMIN");
        this.cards = new JobCards(new JobFiles(jobs, sealed, readers), keys, times);
        addClassNames("bw-page", "bw-scroll");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String told = event.getRouteParameters().get("job").orElse("");
        try {
            id = UUID.fromString(told);
            show();
        } catch (NotFound | IllegalArgumentException e) {
            throw new NotFoundException("No report '" + told + "' was made, or it is not for you");
        }
    }

    @Override
    public String getPageTitle() {
        return (shown == null ? "Report" : shown.name()) + " · Reports · Breakwater";
    }

    @Override
    protected void onAttach(AttachEvent event) {
        usualPoll = event.getUI().getPollInterval();
        polling = event.getUI().addPollListener(poll -> follow());
        pace(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            polling.remove();
        }
        event.getUI().setPollInterval(usualPoll);
    }

    /** Shows it anew if it has changed; what somebody is reading does not move otherwise. */
    private void follow() {
        if (id != null && !jobs.get(id, readers.scope()).equals(shown)) {
            show();
        }
    }

    private void pace(UI ui) {
        boolean works = shown != null && (!shown.ended() || ReportWords.isOnItsWay(shown));
        ui.setPollInterval(works ? FAST_MILLIS : usualPoll);
    }

    private void show() {
        if (id == null) {
            return;
        }
        ReportJob job = jobs.get(id, readers.scope());
        shown = job;
        removeAll();
        PageHead head = new PageHead(
                job.name(),
                job.kind().title() + ", "
                        + (job.dueAt() == null ? "asked for by " + job.askedBy() : "by its schedule") + " "
                        + times.ago(job.createdAt()) + ".");
        head.addWay(
                Markup.link(ReportsNavigation.PATH, "Reports"),
                Markup.icon("right"),
                Markup.link(ReportsNavigation.HISTORY, "Reports that were made"),
                Markup.icon("right"),
                Markup.text("", job.name()));
        head.addBesideTitle(Markup.text("bw-tag", ReportWords.word(job)));
        if (mayChange) {
            actions(head, job);
        }
        Div body = Markup.box("bw-cards", cards.progress(job), cards.sent(job), cards.files(job));
        sealed.proof(job.id(), readers.scope()).ifPresent(proof -> body.add(cards.proof(job, proof)));
        add(head, body);
        UI ui = UI.getCurrent();
        if (ui != null && isAttached()) {
            pace(ui);
        }
    }

    private void actions(PageHead head, ReportJob job) {
        if (!job.ended()) {
            head.addActions(button("Cancel", head, () -> jobs.cancel(job.id())));
        } else if (ReportWords.mayBeTriedAgain(job)) {
            Button again = button(
                    job.state() == ReportJob.State.DONE ? "Send again what did not arrive" : "Try again",
                    head,
                    () -> jobs.retry(job.id()));
            again.addThemeVariants(ButtonVariant.PRIMARY);
            head.addActions(again);
        }
    }

    private Button button(String words, Component beside, Runnable action) {
        return new Button(words, event -> {
            try {
                action.run();
                show();
            } catch (RuntimeException e) {
                beside.getElement()
                        .appendChild(Markup.text("bw-form-problem", Failures.words(e))
                                .getElement());
            }
        });
    }
}
