package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import dev.breakwater.central.reporting.internal.definition.ReportDefinitionTable;
import dev.breakwater.central.reporting.internal.definition.Visible;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredReportJobs implements ReportJobs {

    private static final String TYPE = "report-job";

    private final JobTable table;
    private final FileTable files;
    private final SentTable sent;
    private final ReportDefinitionTable definitions;
    private final Lists lists;
    private final ListDefinition<ReportJob> list;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredReportJobs(
            JobTable table,
            FileTable files,
            SentTable sent,
            ReportDefinitionTable definitions,
            Lists lists,
            ListDefinition<ReportJob> list,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.table = table;
        this.files = files;
        this.sent = sent;
        this.definitions = definitions;
        this.lists = lists;
        this.list = list;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMIN', 'ANALYST')")
    public Page<ReportJob> list(ListRequest request, AccessScope scope) {
        return lists.page(list, Visible.of(request), scope);
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMIN', 'ANALYST')")
    public String visible(String q) {
        return Visible.of(q);
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMIN', 'ANALYST')")
    public ReportJob get(UUID id, AccessScope scope) {
        return lists.byId(list, id, scope).stream()
                .filter(job -> Visible.is(job.kind()))
                .findFirst()
                .orElseThrow(() -> new NotFound("job of a report", id.toString()));
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMIN', 'ANALYST')")
    public Map<UUID, ReportJob> newest(Collection<UUID> of, AccessScope scope) {
        Map<UUID, ReportJob> newest = new HashMap<>();
        for (UUID id : table.newest(of)) {
            lists.byId(list, id, scope).stream()
                    .filter(job -> Visible.is(job.kind()) && job.definitionId() != null)
                    .forEach(job -> newest.put(job.definitionId(), job));
        }
        return newest;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public ReportJob run(UUID id) {
        ReportDefinition definition = definitions.lock(id).orElseThrow(() -> new NotFound("report", id.toString()));
        UUID job = table.waiting(id).orElseGet(() -> begin(definition));
        return get(job, AccessScope.EVERYTHING);
    }

    private UUID begin(ReportDefinition definition) {
        if (table.unfinished() >= MOST) {
            throw new Busy("There are " + MOST + " reports to be made already.");
        }
        Instant now = clock.instant();
        UUID job = table.insert(definition, actors.current().name(), null, now).orElseThrow();
        audit.record(
                "asked for",
                "report",
                definition.id().toString(),
                definition.report().name(),
                null,
                null);
        return job;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public ReportJob cancel(UUID id) {
        ReportJob before = get(id, AccessScope.EVERYTHING);
        String person = actors.current().name();
        if (table.cancel(id, "Cancelled by " + person + ".", clock.instant()) == 0) {
            throw new Conflict("The job has ended already.");
        }
        audit.record("cancelled", TYPE, id.toString(), before.name(), null, null);
        return get(id, AccessScope.EVERYTHING);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public ReportJob retry(UUID id) {
        ReportJob before = get(id, AccessScope.EVERYTHING);
        Instant now = clock.instant();
        if (table.requeue(id, now) == 0 && (before.expiresAt() == null || sent.revive(id, now) == 0)) {
            throw new Conflict("There is nothing of this job to try again.");
        }
        audit.record("tried again", TYPE, id.toString(), before.name(), null, null);
        return get(id, AccessScope.EVERYTHING);
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMIN', 'ANALYST')")
    public RenderedFile file(UUID job, String name, AccessScope scope) {
        return file(job, scope, name, rendered -> rendered.file().name().equals(name));
    }

    @Override
    @PreAuthorize("hasAnyRole('ADMIN', 'ANALYST')")
    public RenderedFile file(UUID job, ReportFormat format, AccessScope scope) {
        return file(job, scope, format.name(), rendered -> rendered.file().format() == format);
    }

    private RenderedFile file(UUID job, AccessScope scope, String wanted, Predicate<RenderedFile> fits) {
        get(job, scope);
        return files.of(job).stream()
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new NotFound("file of the report", wanted));
    }
}
