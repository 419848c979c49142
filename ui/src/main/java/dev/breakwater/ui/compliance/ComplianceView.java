package dev.breakwater.ui.compliance;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.breakwater.central.compliance.Attestations;
import dev.breakwater.central.compliance.BenchmarkChoices;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.Compliance.Cell;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.PlainText;
import dev.breakwater.ui.part.Segments;
import dev.breakwater.ui.part.Split;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.reports.ReportsNavigation;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Standards by clusters, down to the value that was found. */
@Route(ComplianceNavigation.PATH)
@PageTitle("Compliance · Breakwater")
@PermitAll
class ComplianceView extends Div implements BeforeEnterObserver {

    private final Compliance compliance;
    private final ComplianceRuns runs;
    private final BenchmarkChoices benchmarks;
    private final Readers readers;
    private final Clock clock;
    private final ControlDecisions decisions;
    private final Div master = Markup.box("bw-page bw-scroll");
    private final Split split;
    private String clusterAsked = "";
    private Chosen chosen = new Chosen("", null, "", false, "");

    ComplianceView(
            Compliance compliance,
            ComplianceRuns runs,
            Attestations attestations,
            ControlExceptions exceptions,
            BenchmarkChoices benchmarks,
            Readers readers,
            Clock clock,
            AuthenticationContext person) {
        this.compliance = compliance;
        this.runs = runs;
        this.benchmarks = benchmarks;
        this.readers = readers;
        this.clock = clock;
        this.decisions = new ControlDecisions(attestations, exceptions, runs, readers, clock, person, this::show);
        this.split = new Split(master, () -> go(chosen.at("")));
        addClassName("bw-compliance");
        add(split);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters asked = event.getLocation().getQueryParameters();
        chosen = Chosen.from(asked);
        clusterAsked = asked.getSingleParameter("cluster").orElse("");
        show();
    }

    private void go(Chosen next) {
        getUI().ifPresent(ui -> ui.navigate(ComplianceNavigation.PATH, next.toQuery()));
    }

    private void show() {
        AccessScope scope = readers.scope();
        List<Standard> standards = compliance.standards();
        List<String> notFound = new ArrayList<>();
        List<Cell> cells = cells(scope, notFound);
        master.removeAll();
        split.setDetail(null);
        Tally all = cells.stream().map(Cell::controls).reduce(Tally.NONE, Tally::plus);
        PageHead page = new PageHead(
                "Compliance",
                (all.counted() == 0
                                ? ""
                                : all.percent() + "\u00a0% of the controls that can be checked passed, "
                                        + all.unknownPercent() + "\u00a0% are unknown. ")
                        + "A percentage never rises because something was not looked at, or was excepted.");
        owners(scope).ifPresent(page::addActions);
        page.addActions(Markup.link(ComplianceNavigation.STANDARDS, "Your standards"));
        master.add(page);
        if (cells.isEmpty()) {
            master.add(new EmptyState(
                    "No cluster to check",
                    "Standards are checked for whole clusters. Results appear within a minute of the first sensor's"
                            + " inventory.",
                    Markup.link(ClustersNavigation.PATH, "Clusters")));
            return;
        }
        Cell cell = cell(cells, notFound);
        notFound.forEach(words -> master.add(Markup.box(
                "bw-banner bw-chosen-other", Markup.text("bw-hatch-mark", ""), Markup.text("bw-banner-text", words))));
        Standard standard = standards.stream()
                .filter(one -> one.id().equals(cell.standard()))
                .findFirst()
                .orElseThrow();
        if (decisions.areAllowed()) {
            page.addActions(Markup.link(ReportsNavigation.newOn(standard.id(), cell.cluster()), "Schedule as report"));
        }
        chosen = new Chosen(cell.standard(), cell.clusterId(), chosen.control(), chosen.onlyOpen(), chosen.owner());
        Div map = Markup.box(
                "bw-card bw-card-wide",
                new CardHead(
                        "How much of each standard does each cluster meet?",
                        chosen.owner().isEmpty()
                                ? "controls that passed ÷ (passed + failed + unknown + excepted); what needs a person"
                                        + " stands apart"
                                : "of the workloads of " + chosen.owner() + " alone, by the checks of workloads"),
                new HeatMap(standards, cells, chosen),
                new HeatLegend());
        Div cards = Markup.box("bw-cards", map);
        waiting(scope).ifPresent(cards::add);
        cards.add(controls(standard, cell, scope));
        master.add(cards);
        if (!chosen.control().isEmpty()) {
            split.setDetail(pane(standard, cell, scope));
        }
    }

    private List<Cell> cells(AccessScope scope, List<String> notFound) {
        try {
            return compliance.cells(scope, chosen.owner());
        } catch (InvalidRequest e) {
            notFound.add("No team " + PlainText.of(chosen.owner())
                    + " answers for a workload that you may see. Whole clusters are shown.");
            chosen = chosen.of("");
            return compliance.cells(scope);
        }
    }

    /** What the address asks for; where it is not there another one is shown, and that is said. */
    private Cell cell(List<Cell> cells, List<String> notFound) {
        List<Cell> ofStandard = cells.stream()
                .filter(one -> chosen.standard().isEmpty() || one.standard().equals(chosen.standard()))
                .toList();
        if (ofStandard.isEmpty()) {
            notFound.add("There is no standard " + PlainText.of(chosen.standard()) + ". Another one is shown.");
            ofStandard = cells;
        }
        List<Cell> ofCluster = ofStandard.stream()
                .filter(one -> clusterAsked.isEmpty()
                        || one.clusterId().toString().equals(clusterAsked)
                        || one.cluster().equals(clusterAsked))
                .toList();
        if (ofCluster.isEmpty()) {
            notFound.add(
                    "There is no cluster " + PlainText.of(clusterAsked) + " that you may see. Another one is shown.");
            ofCluster = ofStandard;
        }
        return ofCluster.getFirst();
    }

    private Component controls(Standard standard, Cell cell, AccessScope scope) {
        Map<String, ControlResult> results = compliance
                .results(
                        new ListRequest(
                                "standard:\"" + standard.id() + "\" cluster:" + cell.clusterId(),
                                "control",
                                ListRequest.MAX_PAGE_SIZE,
                                null),
                        scope,
                        chosen.owner())
                .items()
                .stream()
                .collect(Collectors.toMap(ControlResult::control, Function.identity(), (a, b) -> a));
        Segments<Boolean> open = new Segments<>(
                "Which controls",
                List.of(false, true),
                choice -> choice ? "Open" : "All",
                choice -> go(chosen.showing(choice)));
        open.press(List.of(chosen.onlyOpen()));
        CardHead head = new CardHead(
                standard.name() + " in " + cell.cluster(),
                cell.controls().manual() > 0
                        ? cell.controls().manual() + " of "
                                + standard.controls().count() + " need a person"
                        : standard.source());
        Div card = Markup.box("bw-card bw-card-wide", Markup.box("bw-card-top", head, open));
        ControlTable table = new ControlTable(standard, results, chosen);
        if (standard.id().startsWith("cis-kubernetes-") && chosen.owner().isEmpty()) {
            benchmarks.all(scope).stream()
                    .filter(one -> one.clusterId().equals(cell.clusterId()))
                    .findFirst()
                    .ifPresent(one -> card.add(
                            new BenchmarkField(benchmarks, one, decisions.areAllowed(), TimeWords.here(clock), () -> {
                                runs.run(cell.clusterId(), "a version of CIS Kubernetes was chosen");
                                show();
                            })));
        }
        card.add(
                table.getBody().getRowCount() == 0
                        ? new EmptyState(
                                "Nothing is open", "Every control of this standard passed in " + cell.cluster() + ".")
                        : table);
        return card;
    }

    private Component pane(Standard standard, Cell cell, AccessScope scope) {
        Runnable close = () -> go(chosen.at(""));
        try {
            Compliance.ControlDetail detail =
                    compliance.control(standard.id(), chosen.control(), scope, chosen.owner());
            return new ControlPane(
                    compliance,
                    scope,
                    detail,
                    cell.clusterId(),
                    chosen.owner(),
                    TimeWords.here(clock),
                    clock.instant(),
                    decisions,
                    close);
        } catch (NotFound e) {
            return Markup.box(
                    "bw-detail",
                    Markup.box(
                            "bw-detail-bar",
                            Markup.text("bw-tag", chosen.control()),
                            Markup.box("bw-spacer"),
                            ControlPane.closing(close)),
                    new EmptyState(
                            "No such control", "The standard has no control " + PlainText.of(chosen.control()) + "."));
        }
    }

    /** Whose workloads are looked at; none where nobody answers for any. */
    private Optional<Component> owners(AccessScope scope) {
        List<String> owners = compliance.owners(scope);
        if (owners.isEmpty() && chosen.owner().isEmpty()) {
            return Optional.empty();
        }
        Select<String> select = new Select<>();
        select.setAriaLabel("Whose workloads");
        List<String> choices = new ArrayList<>(List.of(""));
        choices.addAll(owners);
        if (!choices.contains(chosen.owner())) {
            choices.add(chosen.owner());
        }
        select.setItems(choices);
        select.setItemLabelGenerator(owner -> owner.isEmpty() ? "Whole clusters" : "Owner " + owner);
        select.setValue(chosen.owner());
        select.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                go(chosen.of(event.getValue() == null ? "" : event.getValue()));
            }
        });
        return Optional.of(select);
    }

    /** The exceptions that somebody else has to decide of. */
    private Optional<Component> waiting(AccessScope scope) {
        List<ControlException> asked = decisions.waiting(scope);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        Div card = Markup.box(
                "bw-card bw-card-wide",
                new CardHead(
                        "Which exceptions wait?",
                        Counted.of(asked.size(), "was asked for", "were asked for")
                                + "; another person has to approve each"));
        asked.forEach(one -> card.add(ExceptionsBox.line(
                one,
                clock.instant(),
                TimeWords.here(clock),
                decisions,
                " in " + one.cluster() + ": " + String.join(", ", one.checks()))));
        return Optional.of(card);
    }
}
