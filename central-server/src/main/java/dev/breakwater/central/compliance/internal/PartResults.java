package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Compliance.Cell;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.ControlJudge;
import dev.breakwater.engine.compliance.Fitting.Concern;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standard.Control;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.engine.model.NameBasedId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What standards come out as over a part of a cluster, such as the namespaces that a reader sees or the workloads of a team. It is
 * answered by the checks of workloads alone: those of nodes, roles and the cluster are not of the part. A control without such a check
 * does not apply to it.
 */
@Component
class PartResults {

    private static final int SAMPLES = 5;

    private final ObjectAnswers answers;
    private final StandardsInForce standards;
    private final FittingStandards fitting;
    private final CheckCatalogue catalogue;
    private final AttestationsInForce attestations;
    private final Clock clock;

    PartResults(
            ObjectAnswers answers,
            StandardsInForce standards,
            FittingStandards fitting,
            CheckCatalogue catalogue,
            AttestationsInForce attestations,
            Clock clock) {
        this.answers = answers;
        this.standards = standards;
        this.fitting = fitting;
        this.catalogue = catalogue;
        this.attestations = attestations;
        this.clock = clock;
    }

    /** A cluster with its name. */
    record Place(UUID id, String name) {}

    /** One cell for each standard. */
    List<Cell> cells(Place cluster, Part part) {
        Instant now = clock.instant();
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (ControlResult result : results(cluster, part, "")) {
            Cell one = new Cell(
                    result.standard(),
                    cluster.id(),
                    cluster.name(),
                    Tally.of(result.outcome()),
                    result.attested() == null ? 0 : 1,
                    now);
            cells.merge(result.standard(), one, PartResults::plus);
        }
        return List.copyOf(cells.values());
    }

    private static Cell plus(Cell one, Cell other) {
        return new Cell(
                one.standard(),
                one.clusterId(),
                one.cluster(),
                one.controls().plus(other.controls()),
                one.attested() + other.attested(),
                one.evaluatedAt());
    }

    /**
     * Every control, without samples.
     *
     * @param only the id of one standard, empty = all
     */
    List<ControlResult> results(Place cluster, Part part, String only) {
        Instant now = clock.instant();
        Map<String, Tally> tallies = answers.tallies(cluster.id(), part);
        AttestationsInForce.At attested = attestations.now();
        List<ControlResult> results = new ArrayList<>();
        FittingStandards.Of cut = fitting.of(cluster.id());
        for (Standard standard : standards.all()) {
            if (only.isEmpty() || only.equals(standard.id())) {
                Concern concern = cut.concern(standard);
                standard.controls()
                        .map(control -> result(
                                standard,
                                concern,
                                control,
                                cluster,
                                tallies,
                                attested.has(standard, control, cluster.id()),
                                now))
                        .map(attested::on)
                        .forEach(results::add);
            }
        }
        return results;
    }

    private ControlResult result(
            Standard standard,
            Concern concern,
            Control control,
            Place cluster,
            Map<String, Tally> tallies,
            boolean attested,
            Instant now) {
        List<String> own = own(control);
        Control asked =
                new Control(control.id(), control.title(), control.asks(), own, own.isEmpty() ? "" : control.attest());
        // What a person says of a control says nothing of a part that the control finds nothing in.
        Outcome seen = own.isEmpty()
                ? Outcome.NOT_APPLICABLE
                : FittingStandards.judge(concern, unattested(asked), tallies, false);
        Tally sum = concern == Concern.NOT ? Tally.NONE : ControlJudge.answers(asked, tallies);
        boolean nothingThere = sum.counted() + sum.notApplicable() == 0;
        Outcome outcome = seen == Outcome.NOT_APPLICABLE || nothingThere
                ? Outcome.NOT_APPLICABLE
                : FittingStandards.judge(concern, asked, tallies, attested);
        return new ControlResult(
                NameBasedId.of("compliance-part", cluster.id().toString(), standard.id(), control.id()),
                standard.id(),
                control.id(),
                control.title(),
                cluster.id(),
                cluster.name(),
                outcome,
                sum.passed(),
                sum.failed(),
                sum.unknown(),
                sum.notApplicable(),
                sum.excepted(),
                List.of(),
                now,
                now,
                null);
    }

    private static Control unattested(Control control) {
        return new Control(control.id(), control.title(), control.asks(), control.checks(), "");
    }

    /** The checks of a control that are asked of workloads. */
    List<String> own(Control control) {
        return control.checks().stream()
                .filter(catalogue::has)
                .filter(id -> catalogue.byId(id).subject() == Check.Subject.WORKLOAD)
                .toList();
    }

    /** The same results with samples of what fails; each check is asked once. */
    List<ControlResult> withSamples(List<ControlResult> results, Part part) {
        Map<String, List<Sample>> known = new HashMap<>();
        return results.stream().map(result -> withSamples(result, part, known)).toList();
    }

    private ControlResult withSamples(ControlResult result, Part part, Map<String, List<Sample>> known) {
        if (part.isWhole(result.clusterId()) || result.failed() + result.unknown() + result.excepted() == 0) {
            return result;
        }
        List<Sample> samples = standards
                .byId(result.standard())
                .flatMap(standard -> standard.control(result.control()))
                .map(control -> own(control).stream()
                        .flatMap(check -> known
                                .computeIfAbsent(
                                        result.clusterId() + check,
                                        key -> answers.samples(check, result.clusterId(), part, SAMPLES))
                                .stream())
                        .sorted(Comparator.comparing((Sample sample) -> sample.outcome() != Outcome.FAIL))
                        .limit(SAMPLES)
                        .toList())
                .orElse(List.of());
        return new ControlResult(
                result.id(),
                result.standard(),
                result.control(),
                result.title(),
                result.clusterId(),
                result.cluster(),
                result.outcome(),
                result.passed(),
                result.failed(),
                result.unknown(),
                result.notApplicable(),
                result.excepted(),
                samples,
                result.since(),
                result.evaluatedAt(),
                result.attested());
    }
}
