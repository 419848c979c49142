package dev.breakwater.ui.reports;

import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportJobs;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What was made, without what is not for the present person. */
@Component
class ReportJobSource extends CentralSource<ReportJob> {

    private final ReportJobs jobs;

    ReportJobSource(Lists lists, ListDefinition<ReportJob> definition, Readers readers, ReportJobs jobs) {
        super(lists, definition, readers, new Noun("report", "reports"));
        this.jobs = jobs;
    }

    @Override
    public Page<ReportJob> page(ListRequest request) {
        return jobs.list(request, reader());
    }

    @Override
    public int count(String q) {
        return super.count(jobs.visible(q));
    }

    @Override
    public List<UUID> ids(String q, int limit) {
        return super.ids(jobs.visible(q), limit);
    }

    /** Nothing to whom some rows are hidden from: suggestions are of all. */
    @Override
    public List<String> suggest(String field, String begun) {
        return jobs.visible("").isEmpty() ? super.suggest(field, begun) : List.of();
    }

    @Override
    public ReportJob get(UUID id) {
        return jobs.get(id, reader());
    }

    @Override
    public UUID idOf(ReportJob row) {
        return row.id();
    }

    @Override
    public String nameOf(ReportJob row) {
        return row.name();
    }

    @Override
    public Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.TIME);
    }

    @Override
    public Instant newSince(ReportJob row) {
        return row.createdAt();
    }

    @Override
    public String newestFirst() {
        return "-createdAt";
    }
}
