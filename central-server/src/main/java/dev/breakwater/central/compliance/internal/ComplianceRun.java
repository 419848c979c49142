package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Compliance.Moved;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.inventory.ClusterResources;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.engine.compliance.ControlJudge;
import dev.breakwater.engine.compliance.Fitting.Concern;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Adds up what the checks say of each cluster, and notes what changed. */
@Component
class ComplianceRun implements ComplianceRuns {

    private static final Logger LOG = LoggerFactory.getLogger(ComplianceRun.class);
    private static final long FIRST_SECONDS = 15;
    private static final long EVERY_SECONDS = 30;
    private static final int SAMPLES = 5;
    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(10);

    private final ObjectAnswers answers;
    private final ResultTable table;
    private final ComplianceChanges changes;
    private final AttestationsInForce attestations;
    private final ControlExceptionTable exceptions;
    private final StandardsInForce standards;
    private final FittingStandards fitting;
    private final ClusterResources resources;
    private final NodeCheckRecorder nodes;
    private final TransactionLocks locks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private String last = "";
    private final Map<UUID, Added> added = new ConcurrentHashMap<>();

    /** What a cluster was added up from. */
    private record Added(String mark, Instant at) {}

    ComplianceRun(
            ObjectAnswers answers,
            ResultTable table,
            ComplianceChanges changes,
            AttestationsInForce attestations,
            ControlExceptionTable exceptions,
            StandardsInForce standards,
            FittingStandards fitting,
            ClusterResources resources,
            NodeCheckRecorder nodes,
            TransactionLocks locks,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.answers = answers;
        this.table = table;
        this.changes = changes;
        this.attestations = attestations;
        this.exceptions = exceptions;
        this.standards = standards;
        this.fitting = fitting;
        this.resources = resources;
        this.nodes = nodes;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Adds up the clusters that changed; each at least every ten minutes, since some answers change by time alone. */
    @Scheduled(initialDelay = FIRST_SECONDS, fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    void followUp() {
        Instant now = clock.instant();
        exceptions.endExpired(now);
        String mark = table.mark() + table.decisions(now);
        boolean changed = !mark.equals(last);
        boolean followed = true;
        for (UUID cluster : table.clusters()) {
            Added before = added.get(cluster);
            boolean old = before == null || before.at().plus(AT_LEAST_EVERY).isBefore(now);
            if (old || changed && !markOf(cluster, now).equals(before.mark())) {
                followed &= addUpAlone(cluster, "facts changed");
            }
        }
        // A cluster that could not be added up, or that another replica was at, is looked at again.
        if (followed) {
            last = mark;
        }
    }

    private String markOf(UUID cluster, Instant now) {
        String beside = answers.machinesMark(cluster) + '/' + table.decisions(now);
        return table.markOf(cluster) + '/' + resources.mark(cluster) + '/' + beside;
    }

    @Override
    public void run(String cause) {
        run(null, cause);
    }

    @Override
    public void run(@Nullable UUID cluster, String cause) {
        nodes.judgeAnew();
        table.clusters().stream()
                .filter(one -> cluster == null || one.equals(cluster))
                .forEach(one -> addUpAlone(one, cause));
    }

    /** Whether it was added up by this call. */
    private boolean addUpAlone(UUID cluster, String cause) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                boolean mine = locks.tryAddUpCompliance();
                if (mine) {
                    Instant now = clock.instant();
                    // Read before: what changes meanwhile is added up the next time.
                    String mark = markOf(cluster, now);
                    addUp(cluster, cause, now);
                    added.put(cluster, new Added(mark, now));
                }
                return mine;
            }));
        } catch (RuntimeException e) {
            // The other clusters are added up; what is kept of this one stays with its date.
            LOG.error("compliance of a cluster could not be added up: cluster={}", cluster, e);
            return false;
        }
    }

    private void addUp(UUID cluster, String cause, Instant now) {
        ClusterSnapshot read = answers.read(cluster);
        Map<String, Tally> tallies = answers.tallies(read);
        Map<String, List<Failing>> failing = read.failing();
        Map<String, List<Moved>> moved = Failing.moved(table.failingBefore(cluster), failing);
        table.writeChecks(cluster, tallies, failing, now);
        Map<String, List<Sample>> samples = answers.samples(read, open(tallies), SAMPLES);
        AttestationsInForce.At attested = attestations.now();
        List<ResultTable.Row> rows = new ArrayList<>();
        Map<UUID, Standard.Control> controls = new HashMap<>();
        FittingStandards.Of cut = fitting.of(cluster);
        for (Standard standard : standards.all()) {
            Concern concern = cut.concern(standard);
            int ordinal = 0;
            for (Standard.Control control : (Iterable<Standard.Control>) standard.controls()::iterator) {
                boolean held = attested.has(standard, control, cluster);
                ResultTable.Row row = new ResultTable.Row(
                        cluster,
                        standard.id(),
                        control.id(),
                        ordinal++,
                        FittingStandards.judge(concern, control, tallies, held),
                        concern == Concern.NOT ? Tally.NONE : ControlJudge.answers(control, tallies),
                        concern == Concern.NOT ? List.of() : samplesOf(control, samples));
                rows.add(row);
                controls.put(row.id(), control);
            }
        }
        note(cluster, rows, controls, moved, cause, now);
        table.writeResults(cluster, rows, now);
    }

    private void note(
            UUID cluster,
            List<ResultTable.Row> rows,
            Map<UUID, Standard.Control> controls,
            Map<String, List<Moved>> moved,
            String cause,
            Instant now) {
        Map<UUID, ResultTable.Before> before = table.before(cluster);
        List<ResultTable.Row> changed = rows.stream()
                .filter(row -> {
                    ResultTable.Before then = before.get(row.id());
                    return then == null || then.differs(row);
                })
                .toList();
        Map<UUID, List<Moved>> objects = new HashMap<>();
        before.values().stream()
                .map(ResultTable.Before::evaluatedAt)
                .max(Instant::compareTo)
                .filter(last -> !changed.isEmpty())
                .ifPresent(last -> {
                    ComplianceChanges.Since since = changes.of(cluster, last).and(moved);
                    for (ResultTable.Row row : changed) {
                        ResultTable.Before then = before.get(row.id());
                        Standard.Control control = controls.get(row.id());
                        if (then != null && control != null) {
                            boolean fewer = row.tally().failed() < then.failed();
                            objects.put(row.id(), since.of(control, fewer));
                        }
                    }
                });
        table.writeSteps(changed, before, objects, cause, now);
    }

    /** The checks of which something is to be shown. */
    private static List<String> open(Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .filter(entry -> entry.getValue().failed()
                                + entry.getValue().unknown()
                                + entry.getValue().excepted()
                        > 0)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<Sample> samplesOf(Standard.Control control, Map<String, List<Sample>> known) {
        return control.checks().stream()
                .flatMap(id -> known.getOrDefault(id, List.of()).stream())
                .sorted(Comparator.comparing((Sample sample) -> sample.outcome() != Outcome.FAIL))
                .limit(SAMPLES)
                .toList();
    }
}
