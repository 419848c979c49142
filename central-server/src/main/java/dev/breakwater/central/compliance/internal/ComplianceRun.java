package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.engine.compliance.ControlJudge;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Standards;
import dev.breakwater.engine.compliance.Tally;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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

    private final ObjectAnswers answers;
    private final ResultTable table;
    private final AttestationTable attestations;
    private final TransactionLocks locks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    private String last = "";

    ComplianceRun(
            ObjectAnswers answers,
            ResultTable table,
            AttestationTable attestations,
            TransactionLocks locks,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.answers = answers;
        this.table = table;
        this.attestations = attestations;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(initialDelay = FIRST_SECONDS, fixedDelay = EVERY_SECONDS, timeUnit = TimeUnit.SECONDS)
    void followUp() {
        String now = table.mark();
        if (!now.equals(last)) {
            run("facts changed");
            last = now;
        }
    }

    @Override
    public void run(String cause) {
        for (UUID cluster : table.clusters()) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (locks.tryAddUpCompliance()) {
                        addUp(cluster, cause);
                    }
                });
            } catch (RuntimeException e) {
                // The other clusters are added up; what is kept of this one stays with its date.
                LOG.error("compliance of a cluster could not be added up: cluster={}", cluster, e);
            }
        }
    }

    private void addUp(UUID cluster, String cause) {
        Instant now = clock.instant();
        Map<String, Tally> tallies = answers.tallies(cluster);
        table.writeChecks(cluster, tallies, now);
        Map<String, List<Sample>> samples = new HashMap<>();
        List<Attestation> attested = attestations.holding(now);
        List<ResultTable.Row> rows = new ArrayList<>();
        for (Standard standard : Standards.all()) {
            int ordinal = 0;
            for (Standard.Control control : (Iterable<Standard.Control>) standard.controls()::iterator) {
                boolean held = attested.stream()
                        .anyMatch(one -> one.standard().equals(standard.id())
                                && one.control().equals(control.id())
                                && (one.clusterId() == null || one.clusterId().equals(cluster)));
                Outcome outcome = ControlJudge.judge(control, tallies, held);
                Tally sum = control.checks().stream()
                        .map(check -> tallies.getOrDefault(check, Tally.of(Outcome.UNKNOWN)))
                        .reduce(Tally.NONE, Tally::plus);
                rows.add(new ResultTable.Row(
                        cluster,
                        standard.id(),
                        control.id(),
                        ordinal++,
                        outcome,
                        sum,
                        samplesOf(control, cluster, tallies, samples)));
            }
        }
        table.writeResults(rows, cause, now);
    }

    private List<Sample> samplesOf(
            Standard.Control control, UUID cluster, Map<String, Tally> tallies, Map<String, List<Sample>> known) {
        List<Sample> found = new ArrayList<>();
        for (String id : control.checks()) {
            Tally tally = tallies.getOrDefault(id, Tally.NONE);
            if (tally.failed() + tally.unknown() > 0) {
                found.addAll(known.computeIfAbsent(
                        id, key -> answers.samples(id, cluster, AccessScope.EVERYTHING, SAMPLES)));
            }
        }
        found.sort(java.util.Comparator.comparing((Sample sample) -> sample.outcome() != Outcome.FAIL));
        return found.stream().limit(SAMPLES).toList();
    }
}
