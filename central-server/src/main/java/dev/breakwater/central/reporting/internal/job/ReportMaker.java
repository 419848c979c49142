package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.access.OnBehalf;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.profile.SavedView;
import dev.breakwater.central.profile.SavedViews;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportRenderer;
import dev.breakwater.central.reporting.ReportSeal;
import dev.breakwater.central.reporting.internal.ReportProperties;
import dev.breakwater.central.reporting.internal.content.ReportSource;
import dev.breakwater.central.reporting.internal.form.ReportHtml;
import dev.breakwater.central.reporting.internal.job.JobTable.Claimed;
import dev.breakwater.engine.compliance.Standard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the files of a report: as its author, with the rights that they have now, in one read-only snapshot. Nothing is written
 * to the database here.
 */
@Component
public class ReportMaker {

    private static final int BEGUN = 5;
    private static final int WRITTEN = 90;

    /**
     * What was made.
     *
     * @param asOf of the snapshot
     * @param rights what the author might see, in words
     */
    record Made(List<RenderedFile> files, Instant asOf, String rights) {}

    private final Map<ReportKind, ReportSource> sources = new EnumMap<>(ReportKind.class);
    private final Map<ReportFormat, ReportRenderer> renderers = new EnumMap<>(ReportFormat.class);
    private final List<ReportSeal> seals;
    private final OnBehalf onBehalf;
    private final Readers readers;
    private final SavedViews views;
    private final Compliance compliance;
    private final JobTable jobs;
    private final ReportProperties properties;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    ReportMaker(
            List<ReportSource> sources,
            List<ReportRenderer> renderers,
            List<ReportSeal> seals,
            OnBehalf onBehalf,
            Readers readers,
            SavedViews views,
            Compliance compliance,
            JobTable jobs,
            ReportProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        sources.forEach(source -> this.sources.put(source.kind(), source));
        renderers.forEach(renderer -> this.renderers.put(renderer.format(), renderer));
        this.seals = List.copyOf(seals);
        this.onBehalf = onBehalf;
        this.readers = readers;
        this.views = views;
        this.compliance = compliance;
        this.jobs = jobs;
        this.properties = properties;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setReadOnly(true);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.clock = clock;
    }

    /** @param folder where files lie until they are kept */
    Made make(Claimed claimed, ReportJob job, Path folder, Progress progress) {
        ReportDefinition definition = claimed.definition();
        return onBehalf.call(
                definition.author(),
                role -> Objects.requireNonNull(snapshot.execute(status -> {
                    Instant asOf = clock.instant().truncatedTo(ChronoUnit.MILLIS);
                    progress.step(BEGUN, "reading");
                    ReportContext context = context(definition, job, asOf, readers.scope(), words(role));
                    return write(context, folder, progress, words(role));
                })));
    }

    private Made write(ReportContext context, Path folder, Progress progress, String rights) {
        List<RenderedFile> files = new ArrayList<>();
        ReportDraft draft = context.definition().report();
        String name = fileName(draft.name(), context.asOf());
        try {
            int done = 0;
            for (ReportFormat format : draft.formats()) {
                progress.step(
                        BEGUN + (WRITTEN - BEGUN) * done++ / draft.formats().size(), "writing " + format);
                ReportRenderer renderer = renderers.get(format);
                if (renderer == null) {
                    throw new InvalidRequest(
                            "formats", format.name(), renderers.keySet().toString());
                }
                files.add(MadeFile.make(
                        folder,
                        name + format.extension(),
                        format,
                        format.mediaType(),
                        properties.largestFile().toBytes(),
                        progress::check,
                        out -> renderer.render(context, out)));
            }
            progress.step(WRITTEN, "sealing");
            seal(context, folder, progress, files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Made(files, context.asOf(), rights);
    }

    private void seal(ReportContext context, Path folder, Progress progress, List<RenderedFile> files)
            throws IOException {
        List<RenderedFile> rendered = List.copyOf(files);
        for (ReportSeal seal : seals) {
            for (ReportSeal.Seal beside : seal.seal(context, rendered)) {
                files.add(MadeFile.make(
                        folder,
                        beside.name(),
                        null,
                        beside.mediaType(),
                        properties.largestFile().toBytes(),
                        progress::check,
                        out -> out.write(beside.bytes())));
            }
        }
    }

    /** How a draft would look to its author; the first rows only. */
    public String preview(ReportDraft draft, String author, AccessScope scope) {
        Instant now = clock.instant();
        ReportDefinition definition = new ReportDefinition(new UUID(0, 0), draft, author, null, 0, now, now, author);
        ReportJob job = new ReportJob(
                new UUID(0, 0),
                null,
                draft.name(),
                draft.kind(),
                author,
                "REQUEST",
                author,
                null,
                ReportJob.State.RUNNING,
                0,
                "",
                "",
                1,
                now,
                null,
                now,
                null,
                now,
                "",
                null,
                List.of(),
                List.of());
        return Objects.requireNonNull(snapshot.execute(
                status -> ReportHtml.preview(context(definition, job, now, scope, "as you may read"))));
    }

    /** Ends what is made of a definition. */
    public void cancelAllOf(UUID definition) {
        jobs.cancelAllOf(definition, "Its definition was removed.", clock.instant());
    }

    private ReportContext context(
            ReportDefinition definition, ReportJob job, Instant asOf, AccessScope scope, String rights) {
        ReportDraft draft = definition.report();
        ReportSource source = sources.get(draft.kind());
        if (source == null) {
            throw new InvalidRequest(
                    "kind", draft.kind().name(), sources.keySet().toString());
        }
        List<String> standards = draft.standards().isEmpty() && draft.kind() == ReportKind.COMPLIANCE
                ? compliance.standards().stream().map(Standard::id).toList()
                : draft.standards();
        return new Making(
                definition,
                job,
                asOf,
                scope,
                filter(draft),
                standards,
                version(),
                context -> cover(source.compose(context), context, rights));
    }

    /** The filter of the draft, its saved view and its clusters in one. */
    private String filter(ReportDraft draft) {
        List<String> parts = new ArrayList<>();
        if (draft.viewId() != null) {
            SavedView view;
            try {
                view = views.get(draft.viewId());
            } catch (NotFound e) {
                throw new InvalidRequest("viewId", draft.viewId().toString(), "a saved view that is still there");
            }
            parts.add(view.shown().q());
        }
        parts.add(draft.q());
        if (!draft.clusters().isEmpty()) {
            parts.add(new FilterExpression.Term(
                            "cluster",
                            false,
                            draft.clusters().stream()
                                    .map(name ->
                                            new FilterExpression.Value(FilterExpression.Comparison.EQUAL, name, true))
                                    .toList())
                    .toString());
        }
        boolean anyState = parts.stream()
                .flatMap(part -> FilterExpression.parse(part).terms().stream())
                .anyMatch(term -> term.field().equals("state"));
        if (draft.kind() == ReportKind.VIOLATIONS && !anyState) {
            parts.add("state:open");
        }
        return parts.stream().map(String::strip).filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
    }

    /** What every cover says before what the kind says. */
    private ReportDocument cover(ReportDocument document, ReportContext context, String rights) {
        return Cover.on(
                document,
                context,
                rights,
                seals.stream().flatMap(seal -> seal.facts().stream()).toList());
    }

    private static String words(Role role) {
        return switch (role) {
            case ADMIN -> "administrator: every cluster";
            case ANALYST -> "analyst: every cluster, without the audit log";
            case PIPELINE, NODE -> "a token of a machine: nothing but its own work";
        };
    }

    /** Safe as the name of a file everywhere. */
    static String fileName(String name, Instant asOf) {
        String safe =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String day = asOf.toString().substring(0, 16).replace(":", "");
        return (safe.isEmpty() ? "report" : safe.substring(0, Math.min(60, safe.length()))) + "-" + day;
    }

    private static String version() {
        return Objects.requireNonNullElse(ReportMaker.class.getPackage().getImplementationVersion(), "development");
    }
}
