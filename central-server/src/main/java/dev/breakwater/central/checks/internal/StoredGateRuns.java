package dev.breakwater.central.checks.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.checks.GateRun;
import dev.breakwater.central.checks.GateRuns;
import dev.breakwater.central.checks.ManifestChecks.Target;
import dev.breakwater.central.detection.Attempts;
import dev.breakwater.central.inventory.LoadedWorkload;
import dev.breakwater.central.inventory.WorkloadFacts;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.engine.check.DeliveredSpec;
import dev.breakwater.manifests.check.Report;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Judges first, and keeps the outcome in one transaction: run, attempts, audit. */
@Service
class StoredGateRuns implements GateRuns {

    private final JudgedManifests checks;
    private final GateTable table;
    private final Attempts attempts;
    private final WorkloadFacts facts;
    private final Lists lists;
    private final ListDefinition<GateRun> definition;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;
    private final TransactionTemplate transaction;

    StoredGateRuns(
            JudgedManifests checks,
            GateTable table,
            Attempts attempts,
            WorkloadFacts facts,
            Lists lists,
            ListDefinition<GateRun> definition,
            Audit audit,
            ActorSource actors,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.checks = checks;
        this.table = table;
        this.attempts = attempts;
        this.facts = facts;
        this.lists = lists;
        this.definition = definition;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMIN', 'PIPELINE')")
    public Recorded check(String text, Target target, Gate gate, AccessScope scope) {
        GateRule rule = GateRule.of(gate);
        JudgedManifests.Judged judged = checks.judge(text, target, scope);
        Report report = judged.outcome().report();
        // As the database keeps it, so that the answer is what is read later.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        GateRun run = rule.run(Ids.newId(now), now, actors.current().name(), judged.cluster(), report);
        transaction.executeWithoutResult(status -> keep(run, rule, judged, report));
        return new Recorded(run, report);
    }

    private void keep(GateRun run, GateRule rule, JudgedManifests.Judged judged, Report report) {
        table.insert(
                run,
                judged.policyRevision(),
                rule.kept(report),
                rule.objects(judged.outcome()).stream()
                        .map(each -> new GateTable.Fingerprinted(each.object(), DeliveredSpec.fingerprint(each.spec())))
                        .toList());
        UUID clusterId = run.clusterId();
        if (clusterId != null && run.result() != GateRun.Result.NOT_JUDGED) {
            attempts.record(run.id(), clusterId, rule.cause(), judged.policyRevision(), rule.checked(judged.outcome()));
        }
        audit.record(
                "checked",
                "manifests",
                run.id().toString(),
                run.source(),
                null,
                Map.of("result", run.result(), "cluster", run.cluster(), "findings", run.findings()));
    }

    @Override
    public Page<GateRun> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    @Override
    public Detail get(UUID id, AccessScope scope) {
        GateRun run = lists.byId(definition, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("check", id.toString()));
        return new Detail(run, table.findings(id), table.objects(id));
    }

    @Override
    public List<Gated> ofWorkload(UUID workloadId, AccessScope scope) {
        GateTable.At at =
                table.workload(workloadId, scope).orElseThrow(() -> new NotFound("workload", workloadId.toString()));
        LoadedWorkload loaded = facts.load(List.of(workloadId)).get(workloadId);
        byte[] fingerprint = loaded == null ? new byte[0] : DeliveredSpec.fingerprint(loaded.spec());
        return table.of(at, fingerprint);
    }
}
