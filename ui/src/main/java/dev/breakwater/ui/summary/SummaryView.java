package dev.breakwater.ui.summary;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.reporting.ExecutiveSummaries;
import dev.breakwater.central.reporting.ExecutiveSummary;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.part.Scoped;
import jakarta.annotation.security.PermitAll;
import java.io.ByteArrayInputStream;
import java.util.HashSet;

/** One page for those who decide. What is shown, printed and downloaded is written by central, once. */
@Route(SummaryNavigation.PATH)
@PageTitle("Executive summary · Breakwater")
@PermitAll
class SummaryView extends Div implements AfterNavigationObserver, Scoped {

    private final transient ExecutiveSummaries summaries;
    private final transient Readers readers;
    private final Div actions = Markup.box("bw-head-actions");
    private final Div body = Markup.box("bw-sheets");

    SummaryView(ExecutiveSummaries summaries, Readers readers) {
        this.summaries = summaries;
        this.readers = readers;
        addClassNames("bw-page", "bw-scroll", "bw-printed");
        PageHead head = new PageHead(
                "Executive summary", "One page for those who decide, to print or to send. No jargon, no clicks.");
        head.addActions(actions);
        add(head, body);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        Scope scope = Scope.from(event.getLocation().getQueryParameters());
        PlaceFilter place = PlaceFilter.parse(scope.toFilter(new HashSet<>(PlaceFilter.FIELDS)));
        ExecutiveSummary summary = summaries.summary(place, readers.scope());
        body.removeAll();
        actions.removeAll();
        if (summary.grade() == null) {
            body.add(
                    new EmptyState(
                            "Nothing to sum up yet",
                            "There is no workload in this scope that was judged. Until then there is no grade and no number here."));
            return;
        }
        Button print = new Button(
                "Print",
                Markup.icon("print"),
                click -> UI.getCurrent().getPage().executeJs("window.print()"));
        Anchor download = new Anchor(
                DownloadHandler.fromInputStream(request -> {
                    byte[] pdf = summaries.pdf(summary);
                    return new DownloadResponse(
                            new ByteArrayInputStream(pdf), "security-summary.pdf", "application/pdf", pdf.length);
                }),
                AttachmentType.DOWNLOAD,
                "Download PDF");
        download.addClassNames("bw-button", "bw-button-primary");
        actions.add(print, download);
        body.add(Markup.box("bw-sheet", new Html(summaries.article(summary))));
    }

    @Override
    public void showScope(Scope scope) {
        getUI().ifPresent(ui -> ui.navigate(SummaryNavigation.PATH, scope.toQuery()));
    }
}
