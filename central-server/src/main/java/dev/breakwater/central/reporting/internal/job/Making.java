package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportJob;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A report while it is made. */
final class Making implements ReportContext {

    /**
     * What it is about.
     *
     * @param q filter, saved view and clusters in one
     * @param standards that are there
     * @param goneStandards that the definition names, too, and that are not
     * @param preview whether it is only looked at
     */
    record Content(String q, List<String> standards, List<String> goneStandards, boolean preview) {

        Content {
            standards = List.copyOf(standards);
            goneStandards = List.copyOf(goneStandards);
        }
    }

    private final ReportDefinition definition;
    private final ReportJob job;
    private final Instant asOf;
    private final AccessScope scope;
    private final Content content;
    private final Function<ReportContext, ReportDocument> source;
    private @Nullable ReportDocument document;

    Making(
            ReportDefinition definition,
            ReportJob job,
            Instant asOf,
            AccessScope scope,
            Content content,
            Function<ReportContext, ReportDocument> source) {
        this.definition = definition;
        this.job = job;
        this.asOf = asOf;
        this.scope = scope;
        this.content = content;
        this.source = source;
    }

    @Override
    public ReportDefinition definition() {
        return definition;
    }

    @Override
    public ReportJob job() {
        return job;
    }

    @Override
    public Instant asOf() {
        return asOf;
    }

    @Override
    public AccessScope scope() {
        return scope;
    }

    @Override
    public String q() {
        return content.q();
    }

    @Override
    public List<String> standards() {
        return content.standards();
    }

    @Override
    public List<String> goneStandards() {
        return content.goneStandards();
    }

    @Override
    public boolean isPreview() {
        return content.preview();
    }

    @Override
    public String version() {
        return Objects.requireNonNullElse(Making.class.getPackage().getImplementationVersion(), "development");
    }

    @Override
    public ReportDocument document() {
        if (document == null) {
            document = source.apply(this);
        }
        return document;
    }
}
