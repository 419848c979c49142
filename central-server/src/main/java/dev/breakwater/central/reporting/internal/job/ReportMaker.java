package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.access.OnBehalf;
import dev.breakwater.central.access.Role;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.reporting.RenderedFile;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportRenderer;
import dev.breakwater.central.reporting.ReportSeal;
import dev.breakwater.central.reporting.internal.ReportProperties;
import dev.breakwater.central.reporting.internal.form.FileNames;
import dev.breakwater.central.reporting.internal.form.ReportHtml;
import dev.breakwater.central.reporting.internal.job.JobTable.Claimed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    private final Map<ReportFormat, ReportRenderer> renderers = new EnumMap<>(ReportFormat.class);
    private final List<ReportSeal> seals;
    private final ReportContexts contexts;
    private final OnBehalf onBehalf;
    private final Readers readers;
    private final JobTable jobs;
    private final ReportProperties properties;
    private final TransactionTemplate snapshot;
    private final Clock clock;

    ReportMaker(
            List<ReportRenderer> renderers,
            List<ReportSeal> seals,
            ReportContexts contexts,
            OnBehalf onBehalf,
            Readers readers,
            JobTable jobs,
            ReportProperties properties,
            PlatformTransactionManager transactions,
            Clock clock) {
        renderers.forEach(renderer -> this.renderers.put(renderer.format(), renderer));
        this.seals = List.copyOf(seals);
        this.contexts = contexts;
        this.onBehalf = onBehalf;
        this.readers = readers;
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
                    ReportContext context = contexts.of(definition, job, asOf, readers.scope(), words(role));
                    return write(context, folder, progress, words(role));
                })));
    }

    private Made write(ReportContext context, Path folder, Progress progress, String rights) {
        List<RenderedFile> files = new ArrayList<>();
        ReportDraft draft = context.definition().report();
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
                        FileNames.of(context, format),
                        format,
                        format.mediaType(),
                        properties.largestFile().toBytes(),
                        progress::check,
                        out -> renderer.render(context, out)));
                for (Map.Entry<String, ReportRenderer.Content> beside :
                        renderer.beside(context).entrySet()) {
                    files.add(MadeFile.make(
                            folder,
                            beside.getKey(),
                            null,
                            format.mediaType(),
                            properties.largestFile().toBytes(),
                            progress::check,
                            beside.getValue()::write));
                }
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

    /** How a draft would look to its author: of its first rows, and in bounded time. */
    public String preview(ReportDraft draft, String author, AccessScope scope) {
        Instant now = clock.instant();
        return Objects.requireNonNull(
                snapshot.execute(status -> ReportHtml.preview(contexts.preview(draft, author, now, scope))));
    }

    /** Ends what is made of a definition. */
    public void cancelAllOf(UUID definition) {
        jobs.cancelAllOf(definition, "Its definition was removed.", clock.instant());
    }

    private static String words(Role role) {
        return switch (role) {
            case ADMIN -> "administrator: every cluster";
            case ANALYST -> "analyst: every cluster, without the audit log";
            case PIPELINE, NODE -> "a token of a machine: nothing but its own work";
        };
    }
}
