package dev.breakwater.ui.reports;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.notification.Notifiers;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.profile.SavedViews;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import dev.breakwater.central.reporting.Reports;
import dev.breakwater.central.reporting.SealedReports;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.FormDialog;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What reports are made, when, and what was made. */
@Route(ReportsNavigation.PATH)
@PageTitle("Reports · Breakwater")
@PermitAll
class ReportsView extends Div implements AfterNavigationObserver {

    private static final int SHOWN = 10;
    private static final int FAST_MILLIS = 2_000;

    private final transient Reports reports;
    private final transient ReportJobs jobs;
    private final transient SavedViews views;
    private final transient Notifiers notifiers;
    private final transient Readers readers;
    private final transient TimeWords times;
    private final transient JobTable table;
    private final boolean mayChange;
    private final Div body = Markup.box("bw-cards bw-cards-one");
    private @Nullable Registration polling;
    private int usualPoll = -1;

    ReportsView(
            Reports reports,
            ReportJobs jobs,
            SealedReports sealed,
            SavedViews views,
            Notifiers notifiers,
            Readers readers,
            Clock clock,
            AuthenticationContext person) {
        this.reports = reports;
        this.jobs = jobs;
        this.views = views;
        this.notifiers = notifiers;
        this.readers = readers;
        this.times = TimeWords.here(clock);
        this.mayChange = person.hasRole("ADMIN");
        this.table = new JobTable(jobs, new JobFiles(jobs, sealed, readers), times, mayChange, this::show);
        addClassNames("bw-page", "bw-scroll");
        PageHead head = new PageHead(
                "Reports",
                "Made by themselves or when you ask, with the rights of their author. All files of one are of the same"
                        + " moment.");
        if (mayChange) {
            Button add = new Button("New report…", Markup.icon("plus"), event -> ask(null, ReportStart.NOTHING));
            add.addThemeVariants(ButtonVariant.PRIMARY);
            head.addActions(add);
        }
        add(head, body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        show();
        ReportStart start = ReportStart.from(event.getLocation().getQueryParameters());
        if (mayChange && !start.standard().isEmpty()) {
            ask(null, start);
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        usualPoll = event.getUI().getPollInterval();
        polling = event.getUI().addPollListener(poll -> show());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        if (polling != null) {
            polling.remove();
        }
        event.getUI().setPollInterval(usualPoll);
    }

    private void show() {
        AccessScope scope = readers.scope();
        List<ReportDefinition> definitions = reports.list(
                        new ListRequest("", "", ListRequest.MAX_PAGE_SIZE, null), scope)
                .items();
        List<ReportJob> made =
                jobs.list(new ListRequest("", "", SHOWN, null), scope).items();
        Map<UUID, ReportJob> last =
                jobs.newest(definitions.stream().map(ReportDefinition::id).toList(), scope);
        body.removeAll();
        if (definitions.isEmpty()) {
            body.add(new EmptyState(
                    "No report yet",
                    mayChange
                            ? "Begin with the one that your auditor asks for: how your clusters meet a standard, every"
                                    + " Monday."
                            : "Administrators define them; what is made is listed here.",
                    mayChange
                            ? new Button("New report…", event -> ask(null, ReportStart.NOTHING))
                            : Markup.text("", "")));
        } else {
            body.add(Markup.box(
                    "bw-card bw-card-wide",
                    new CardHead("What is made?", "times are yours"),
                    definitions(definitions, last, reports.choices(scope).standards())));
        }
        if (!made.isEmpty()) {
            body.add(Markup.box(
                    "bw-card bw-card-wide",
                    new CardHead("What was made?", "the newest " + SHOWN + "; files until they expire"),
                    table.of(made),
                    Markup.box("bw-empty-actions", Markup.link(ReportsNavigation.HISTORY, "All that was made"))));
        }
        boolean working = made.stream().anyMatch(job -> !job.ended());
        UI ui = UI.getCurrent();
        if (ui != null) {
            ui.setPollInterval(working ? FAST_MILLIS : usualPoll);
        }
    }

    private FactTable definitions(
            List<ReportDefinition> definitions, Map<UUID, ReportJob> last, Map<String, String> standards) {
        FactTable all = new FactTable("Reports", List.of("Report", "About", "Forms", "When", "Last", "What to do"));
        for (ReportDefinition one : definitions) {
            all.row(
                    Markup.box(
                            "",
                            Markup.text("bw-name bw-wrap-anywhere", one.report().name()),
                            Markup.box("bw-meta", Markup.text("", "as " + one.author()))),
                    Markup.text("bw-wrap-anywhere", ReportWords.about(one.report(), standards)),
                    Markup.text("bw-second", words(one)),
                    when(one),
                    last(last.get(one.id())),
                    actions(one));
        }
        return all;
    }

    private static String words(ReportDefinition one) {
        return String.join(", ", one.report().formats().stream().map(Enum::name).toList());
    }

    private Component when(ReportDefinition one) {
        Div when = Markup.box("");
        if (one.report().schedule() != null) {
            when.add(Markup.box(
                    "",
                    Markup.text(
                            "",
                            reports.schedule(
                                            one.report().schedule().cron(),
                                            one.report().schedule().zone())
                                    .words())));
        }
        when.add(Markup.box("bw-meta", Markup.text("", ReportWords.next(one, times))));
        return when;
    }

    private Component last(@Nullable ReportJob job) {
        if (job == null) {
            return Markup.text("bw-meta", "never made");
        }
        Div last = Markup.box("", table.state(job));
        if (job.state() == ReportJob.State.DONE) {
            last.add(table.files(job));
        }
        return last;
    }

    private Component actions(ReportDefinition one) {
        if (!mayChange) {
            return Markup.text("bw-meta", "");
        }
        return Markup.box(
                "bw-row-actions",
                named("Run now", one, () -> {
                    jobs.run(one.id());
                    show();
                }),
                named("Edit…", one, () -> ask(one, ReportStart.NOTHING)),
                named("Remove…", one, () -> remove(one)));
    }

    private static Button named(String words, ReportDefinition one, Runnable action) {
        Button button = new Button(words, event -> action.run());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel(words.replace("…", "") + " " + one.report().name());
        return button;
    }

    private void ask(@Nullable ReportDefinition before, ReportStart start) {
        new ReportDialog(reports, views, readers, notifiers, times, before, start, this::show).open();
    }

    private void remove(ReportDefinition one) {
        FormDialog[] dialog = new FormDialog[1];
        dialog[0] = new FormDialog(
                "Remove " + one.report().name(),
                "It is made no more. What was made stays until it expires.",
                "Remove the report",
                () -> {
                    reports.delete(one.id());
                    dialog[0].close();
                    show();
                });
        dialog[0].open();
    }
}
