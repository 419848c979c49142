package dev.breakwater.central.reporting.internal.definition;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDestination;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportSchedule;
import dev.breakwater.central.system.Carried;
import dev.breakwater.engine.compliance.Standards;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The definitions of reports in an export. What was made by them is not carried. */
@Component
@Order(160)
class CarriedReports implements Carried<CarriedReports.Kept> {

    /**
     * A definition as it stands in the file.
     *
     * @param view the key of the saved view in the file, {@code null} = none
     * @param packing {@code null} in files of releases that knew single files only
     */
    record Kept(
            UUID id,
            String name,
            ReportKind kind,
            List<String> standards,
            List<String> clusters,
            String q,
            @Nullable String view,
            List<ReportFormat> formats,
            @Nullable ReportSchedule schedule,
            int keepDays,
            List<ReportDestination> destinations,
            ReportDraft.@Nullable Packing packing,
            String author) {

        /** @param viewId of the view here */
        ReportDraft draft(@Nullable UUID viewId) {
            return new ReportDraft(
                    name,
                    kind,
                    standards,
                    clusters,
                    q,
                    viewId,
                    new LinkedHashSet<>(formats),
                    schedule,
                    keepDays,
                    destinations,
                    Objects.requireNonNullElse(packing, ReportDraft.Packing.FILES));
        }
    }

    private final ReportDefinitionTable table;
    private final ReportCheck check;
    private final ActorSource actors;
    private final Clock clock;

    CarriedReports(ReportDefinitionTable table, ReportCheck check, ActorSource actors, Clock clock) {
        this.table = table;
        this.check = check;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "reports";
    }

    @Override
    public String what() {
        return "definitions of reports";
    }

    @Override
    public Class<Kept> item() {
        return Kept.class;
    }

    @Override
    public String key(Kept item) {
        return item.id().toString();
    }

    @Override
    public List<Kept> read(boolean secrets) {
        return table.all().stream().map(this::kept).toList();
    }

    private Kept kept(ReportDefinition definition) {
        ReportDraft draft = definition.report();
        return new Kept(
                definition.id(),
                draft.name(),
                draft.kind(),
                draft.standards(),
                draft.clusters(),
                draft.q(),
                draft.viewId() == null ? null : table.keyOfView(draft.viewId()),
                draft.formats().stream().sorted().toList(),
                draft.schedule(),
                draft.keepDays(),
                draft.destinations(),
                draft.packing(),
                definition.author());
    }

    @Override
    public void check(Kept item) {
        check.check(item.draft(null));
    }

    @Override
    public @Nullable String obstacle(Kept item, Reach reach) {
        if (table.isTaken(item.name(), item.id())) {
            return "another report has its name here";
        }
        for (String standard : item.standards()) {
            if (Standards.byId(standard).isEmpty() && !reach.has("standards", standard)) {
                return "the standard " + standard + " that it is about is not here";
            }
        }
        if (!item.clusters().stream().allMatch(cluster -> reach.has("clusters", cluster))) {
            return "a cluster of it is not here";
        }
        if (item.view() != null && !reach.has("savedViews", item.view())) {
            return "the saved view that it takes its filter from is not here";
        }
        return reach.has("accounts", item.author()) || item.author().startsWith("token:")
                ? null
                : "its author, whose rights it needs, has no account here";
    }

    @Override
    public void write(List<Kept> items) {
        Instant now = clock.instant();
        String actor = actors.current().name();
        items.forEach(item -> table.save(
                item.id(),
                item.draft(item.view() == null ? null : table.viewOfKey(item.view())),
                item.author(),
                actor,
                CronSchedule.next(item.schedule(), now),
                now));
    }
}
