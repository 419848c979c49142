package dev.breakwater.central.reporting.internal.definition;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.fleet.ClusterRow;
import dev.breakwater.central.fleet.Clusters;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.profile.SavedViews;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDelivery;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.Reports;
import dev.breakwater.central.reporting.ScheduleWords;
import dev.breakwater.central.reporting.internal.job.ReportMaker;
import dev.breakwater.engine.compliance.Standard;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredReportDefinitions implements Reports {

    private static final String TYPE = "report";

    private final ReportDefinitionTable table;
    private final ReportCheck check;
    private final ReportMaker maker;
    private final Lists lists;
    private final ListDefinition<ReportDefinition> definition;
    private final SavedViews views;
    private final Clusters clusters;
    private final Compliance compliance;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredReportDefinitions(
            ReportDefinitionTable table,
            ReportCheck check,
            ReportMaker maker,
            Lists lists,
            ListDefinition<ReportDefinition> definition,
            SavedViews views,
            Clusters clusters,
            Compliance compliance,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.table = table;
        this.check = check;
        this.maker = maker;
        this.lists = lists;
        this.definition = definition;
        this.views = views;
        this.clusters = clusters;
        this.compliance = compliance;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMIN', 'ANALYST')")
    public Page<ReportDefinition> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, Visible.of(request), scope);
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMIN', 'ANALYST')")
    public ReportDefinition get(UUID id, AccessScope scope) {
        return lists.byId(definition, id, scope).stream()
                .filter(found -> Visible.is(found.report().kind()))
                .findFirst()
                .orElseThrow(() -> new NotFound(TYPE, id.toString()));
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public ReportDefinition create(ReportDraft draft) {
        check(draft, null);
        if (table.count() >= MOST) {
            throw new Conflict("There are " + MOST + " reports; remove one first.");
        }
        Instant now = clock.instant();
        UUID id = Ids.newId(now);
        save(id, draft, now);
        audit.record("created", TYPE, id.toString(), draft.name(), null, draft);
        return table.lock(id).orElseThrow();
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public ReportDefinition update(UUID id, ReportDraft draft, int version) {
        ReportDefinition before = locked(id);
        if (before.version() != version) {
            throw new Conflict("The report was changed by '" + before.updatedBy() + "' since version " + version
                    + "; its version is " + before.version() + " now.");
        }
        check(draft, id);
        save(id, draft, clock.instant());
        audit.record("changed", TYPE, id.toString(), draft.name(), before.report(), draft);
        return locked(id);
    }

    private void save(UUID id, ReportDraft draft, Instant now) {
        String person = actors.current().name();
        table.save(id, draft, person, person, CronSchedule.next(draft.schedule(), now), now);
    }

    private void check(ReportDraft draft, @Nullable UUID id) {
        check.check(draft);
        there(draft);
        if (table.isTaken(draft.name(), id)) {
            throw new Conflict("There is a report of the name '" + draft.name() + "' already.");
        }
    }

    /** Whether there is what a draft names. */
    private void there(ReportDraft draft) {
        List<String> standards =
                compliance.standards().stream().map(Standard::id).toList();
        for (String standard : draft.standards()) {
            if (!standards.contains(standard)) {
                throw new InvalidRequest("standards", standard, String.join(", ", standards));
            }
        }
        table.missingClusters(draft.clusters()).stream().findFirst().ifPresent(missing -> {
            throw new InvalidRequest("clusters", missing, "names of clusters that are there");
        });
        if (draft.viewId() != null) {
            String list = views.get(draft.viewId()).list();
            if (!list.equals(draft.kind().list())) {
                throw new InvalidRequest(
                        "viewId",
                        draft.viewId().toString(),
                        "a view of the list " + draft.kind().list() + "; this one is of " + list);
            }
        }
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public void delete(UUID id) {
        ReportDefinition before = locked(id);
        maker.cancelAllOf(id);
        table.delete(id);
        audit.record("removed", TYPE, id.toString(), before.report().name(), before.report(), null);
    }

    private ReportDefinition locked(UUID id) {
        return table.lock(id).orElseThrow(() -> new NotFound(TYPE, id.toString()));
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    public ScheduleWords schedule(String cron, String zone) {
        return CronSchedule.of(cron, zone).words(clock.instant());
    }

    @Override
    @PreAuthorize("isAuthenticated()")
    public Map<String, String> ways() {
        Map<String, String> ways = new LinkedHashMap<>();
        check.ways().values().forEach((ReportDelivery way) -> ways.put(way.kind(), way.title()));
        return ways;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public String preview(ReportDraft draft, AccessScope scope) {
        check.content(draft);
        there(draft);
        return maker.preview(draft, actors.current().name(), scope);
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMIN', 'ANALYST')")
    public Choices choices(AccessScope scope) {
        Map<String, String> standards = new LinkedHashMap<>();
        for (Standard standard : compliance.standards()) {
            standards.put(standard.id(), standard.title());
        }
        return new Choices(
                clusters.list(new ListRequest("", "", ListRequest.MAX_PAGE_SIZE, null), scope).items().stream()
                        .map(ClusterRow::name)
                        .sorted()
                        .toList(),
                standards);
    }
}
