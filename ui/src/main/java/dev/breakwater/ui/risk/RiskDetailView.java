package dev.breakwater.ui.risk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.breakwater.central.overview.WorkloadRow;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageHead;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.violations.ViolationsNavigation;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Why a workload's score is as high as it is, what would lower it, and what moved it. */
@Route(RiskNavigation.PATH + "/:workload")
@PermitAll
class RiskDetailView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Explanations explanations;
    private final Clock clock;
    private String title = "Risk";

    RiskDetailView(Explanations explanations, Clock clock) {
        this.explanations = explanations;
        this.clock = clock;
        addClassNames("bw-page", "bw-scroll");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters()
                .get("workload")
                .flatMap(RiskDetailView::id)
                .orElseThrow(NotFoundException::new);
        try {
            show(explanations.workload(id));
        } catch (NotFound e) {
            throw new NotFoundException(e.getMessage());
        }
    }

    @Override
    public String getPageTitle() {
        return title + " · Risk · Breakwater";
    }

    private void show(WorkloadRow workload) {
        removeAll();
        title = workload.name();
        PageHead head = new PageHead(
                workload.name(),
                workload.kind() + " in " + workload.namespace() + ", " + workload.cluster() + ". "
                        + (workload.owner().isEmpty() ? "Nobody owns it." : "Owner: " + workload.owner() + "."));
        head.addWay(
                Markup.link(RiskNavigation.PATH, "Risk"),
                Markup.icon("right"),
                Markup.link(InventoryNavigation.filtered("namespace:" + workload.namespace()), workload.namespace()),
                Markup.icon("right"),
                Markup.text("", workload.name()));
        head.addActions(
                Markup.link(ViolationsNavigation.filtered("state:open workload:" + workload.id()), "Its violations"));
        add(head);
        Optional<RiskAssessment> assessment = explanations.assessment(workload.id());
        if (assessment.isEmpty()) {
            add(new EmptyState(
                    "Not judged yet",
                    "The score appears as soon as the workload is judged. Until then there is no number here."));
            return;
        }
        TimeWords times = TimeWords.here(clock);
        Div left = Markup.box(
                "bw-column",
                new Waterfall(workload, assessment.get(), explanations.ranked()),
                new ReasonTable(assessment.get(), explanations.drops(workload.id())));
        Div right = Markup.box(
                "bw-column",
                new WhatIfCard(explanations, workload, assessment.get()),
                new MovesCard(explanations.history(workload.id()), times),
                new GateCard(explanations.gates(workload.id()), times));
        add(Markup.box("bw-two", left, right));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
