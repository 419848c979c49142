package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Kind;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import dev.breakwater.central.vulnerabilities.FeedRow;
import dev.breakwater.central.vulnerabilities.FindingRow;
import dev.breakwater.central.vulnerabilities.NodeFindingRow;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetail;
import dev.breakwater.central.vulnerabilities.VulnerabilityRow;
import dev.breakwater.ui.part.BulkAsk;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.Noun;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One vulnerability: how bad, where, what mends it, and what people decided of it. */
@Route(VulnerabilitiesNavigation.PATH + "/cve/:id")
@PermitAll
class CveView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** Affected packages that are read for the page; the list has them all. */
    private static final int READ = 200;

    private final transient VulnerabilityDesk desk;
    private String id = "";

    CveView(VulnerabilityDesk desk) {
        this.desk = desk;
        addClassNames("bw-page", "bw-scroll");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = event.getRouteParameters().get("id").orElseThrow(NotFoundException::new);
        if (desk.vulnerabilities().named(id).isEmpty() && VulnerabilitiesNavigation.isId(id)) {
            showUnknown();
            return;
        }
        try {
            show();
        } catch (NotFound e) {
            throw new NotFoundException(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return id + " · Vulnerabilities · Breakwater";
    }

    /** No feed speaks of it: whether anything is affected is then unknown, and not no. */
    private void showUnknown() {
        removeAll();
        List<FeedRow> feeds = desk.loaded();
        String asOf = feeds.isEmpty()
                ? "No feed is loaded."
                : feeds.size() == 1
                        ? "The one feed that is loaded has no advisory by this name."
                        : "None of the " + Counted.of(feeds.size(), "feed", "feeds")
                                + " that are loaded has an advisory by this name.";
        String known = told().map(this::signals).orElse("");
        String old = desk.doubtful().isEmpty() ? "" : " Some of them are old or could not be read.";
        add(
                head((known.isEmpty() ? "" : known + " ") + "Whether anything here is affected is unknown."),
                new EmptyState(
                        known.isEmpty() ? "No feed speaks of " + id : "No feed has an advisory of " + id,
                        (known.isEmpty() ? "" : known + " ") + asOf + old + " " + desk.unknowns(),
                        Markup.link(VulnerabilitiesNavigation.FEEDS, "Feeds")));
    }

    /** What is known of its exploitation, as sentences. */
    private String signals(VulnerabilityDetail told) {
        String exploited = told.knownExploitedSince() == null
                ? ""
                : "It is known to be exploited since "
                        + TimeWords.here(desk.clock()).day(told.knownExploitedSince()) + ".";
        String estimate = told.epss() == null
                ? ""
                : "That it is exploited within 30 days has a probability of " + VulnerabilityWords.percent(told.epss())
                        + " (EPSS).";
        return (exploited + " " + estimate).strip();
    }

    private PageHead head(String words) {
        PageHead head = new PageHead(id, words);
        head.addWay(
                Markup.link(VulnerabilitiesNavigation.PATH, "Vulnerabilities"),
                Markup.icon("right"),
                Markup.text("", id));
        return head;
    }

    private void show() {
        TimeWords times = TimeWords.here(desk.clock());
        Page<FindingRow> affected = desk.vulnerabilities()
                .affected(id, new ListRequest("", "-severity,workload", READ, null), desk.reader());
        Optional<VulnerabilityRow> row = desk
                .vulnerabilities()
                .list(new ListRequest(KeyedSource.term("cve", id), "", 1, null), desk.reader())
                .items()
                .stream()
                .findFirst();
        Optional<VulnerabilityDetail> told = told();
        removeAll();
        Page<NodeFindingRow> nodes =
                desk.nodes().affected(id, new ListRequest("", "", AffectedNodesCard.SHOWN, null), desk.reader());
        String onNodes = AffectedNodesCard.count(nodes);
        PageHead head = head(row.map(CveView::summary).orElse(nowhere(told, onNodes)));
        head.addActions(ask(Kind.FALSE_POSITIVE, "Does not apply…"), primary(ask(Kind.DEFERRAL, "Put off…")));
        add(head);
        unknowns().ifPresent(banner -> add(Markup.box("bw-banners", banner)));
        row.ifPresent(found -> add(new CveFigures(found, desk.hasNvd(), desk.catalogue(), times)));
        Div left = Markup.box(
                "bw-column", new RemedyCard(affected.items(), onNodes), new AffectedCard(desk, id, affected, times));
        Div right = Markup.box("bw-column");
        left.add(new AffectedNodesCard(nodes, times));
        told.ifPresent(detail -> left.add(new OpinionsCard(detail, times)));
        row.ifPresent(found -> right.add(new CveFacts(found, times)));
        right.add(new DecisionsCard(
                desk, id, told.map(VulnerabilityDetail::statements).orElse(List.of()), times));
        told.ifPresent(detail -> right.add(new HistoryCard(detail, times)));
        add(Markup.box("bw-two", left, right));
    }

    /** What nobody looked at may have it, too. */
    private Optional<Component> unknowns() {
        String words = desk.unknowns();
        return words.isEmpty()
                ? Optional.empty()
                : Optional.of(Markup.box(
                        "bw-banner",
                        Markup.text("bw-hatch-mark", ""),
                        Markup.text(
                                "bw-banner-text",
                                words + " Whether it is there is unknown. This page tells of all that you may see, the"
                                        + " platform and every cluster, whatever the scope."),
                        Markup.link("coverage", "Coverage")));
    }

    private static String nowhere(Optional<VulnerabilityDetail> told, String onNodes) {
        if (!onNodes.isEmpty()) {
            return "It was found in no image that you may see, and on " + onNodes + ".";
        }
        return told.filter(detail -> !detail.claims().isEmpty()).isPresent()
                ? "Only other scanners claim it, of packages of which complete feeds do not say so: it does not count."
                : "It was found in no image that you may see.";
    }

    /** What its publishers say; empty = no feed speaks of it any more. */
    private Optional<VulnerabilityDetail> told() {
        try {
            return Optional.of(desk.details().get(id, desk.reader()));
        } catch (NotFound e) {
            return Optional.empty();
        }
    }

    private static String summary(VulnerabilityRow row) {
        return row.summary().isEmpty() ? "Its publishers give no summary." : row.summary();
    }

    private static Button primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    private Button ask(Kind kind, String words) {
        AskFor action = new AskFor(desk, kind, any -> id, Place.EVERYWHERE);
        Button button = new Button(
                words,
                Markup.icon(action.icon()),
                event -> BulkAsk.about(
                        action, List.of(new UUID(0, 0)), new Noun("exception", "exceptions"), this::show));
        desk.refusal().ifPresent(why -> {
            button.setEnabled(false);
            button.setTooltipText(why);
        });
        return button;
    }
}
