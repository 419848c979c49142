package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportJob;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A report while it is made. */
final class Making implements ReportContext {

    private final ReportDefinition definition;
    private final ReportJob job;
    private final Instant asOf;
    private final AccessScope scope;
    private final String q;
    private final List<String> standards;
    private final String version;
    private final Function<ReportContext, ReportDocument> source;
    private @Nullable ReportDocument document;

    Making(
            ReportDefinition definition,
            ReportJob job,
            Instant asOf,
            AccessScope scope,
            String q,
            List<String> standards,
            String version,
            Function<ReportContext, ReportDocument> source) {
        this.definition = definition;
        this.job = job;
        this.asOf = asOf;
        this.scope = scope;
        this.q = q;
        this.standards = List.copyOf(standards);
        this.version = version;
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
        return q;
    }

    @Override
    public List<String> standards() {
        return standards;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public ReportDocument document() {
        if (document == null) {
            document = source.apply(this);
        }
        return document;
    }
}
