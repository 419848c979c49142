package dev.breakwater.central.reporting.internal.job;

import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.profile.SavedView;
import dev.breakwater.central.profile.SavedViews;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.reporting.ReportSeal;
import dev.breakwater.central.reporting.ReportedWorkloads;
import dev.breakwater.central.reporting.internal.content.GoneStandards;
import dev.breakwater.central.reporting.internal.content.ReportSource;
import dev.breakwater.engine.compliance.Standard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together what a report is made from: its filter, its standards, what its kind says and its cover. */
@Component
class ReportContexts {

    /** What the definition asks for is not there any more; trying again does not help. */
    static final class CannotBeMade extends RuntimeException {

        private static final long serialVersionUID = 1L;

        CannotBeMade(String words) {
            super(words);
        }
    }

    private final Map<ReportKind, ReportSource> sources = new EnumMap<>(ReportKind.class);
    private final List<ReportSeal> seals;
    private final SavedViews views;
    private final Compliance compliance;

    ReportContexts(List<ReportSource> sources, List<ReportSeal> seals, SavedViews views, Compliance compliance) {
        sources.forEach(source -> this.sources.put(source.kind(), source));
        this.seals = List.copyOf(seals);
        this.views = views;
        this.compliance = compliance;
    }

    /**
     * Of a report that is made, to be used within the snapshot that it is made from.
     *
     * @param rights of its author, in words
     * @throws CannotBeMade if nothing is left of what it is about
     * @throws InvalidRequest if its definition cannot be used any more
     */
    ReportContext of(ReportDefinition definition, ReportJob job, Instant asOf, AccessScope scope, String rights) {
        return context(definition, job, asOf, scope, cover -> cover.on(rights, facts()), false);
    }

    /** Of a look at a draft, likewise. */
    ReportContext preview(ReportDraft draft, String author, Instant now, AccessScope scope) {
        UUID none = new UUID(0, 0);
        ReportDefinition definition = new ReportDefinition(none, draft, author, null, 0, now, now, author);
        ReportJob job = new ReportJob(
                none,
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
        return context(definition, job, now, scope, Cover::onPreview, true);
    }

    /** Puts a cover on what stands in a report. */
    @FunctionalInterface
    private interface Covering {
        ReportDocument cover(Cover cover);
    }

    private ReportContext context(
            ReportDefinition definition,
            ReportJob job,
            Instant asOf,
            AccessScope scope,
            Covering covering,
            boolean preview) {
        ReportDraft draft = definition.report();
        ReportSource source = sources.get(draft.kind());
        if (source == null) {
            throw new InvalidRequest(
                    "kind", draft.kind().name(), sources.keySet().toString());
        }
        return new Making(
                definition,
                job,
                asOf,
                scope,
                content(draft, preview),
                context -> covering.cover(new Cover(source.compose(context), context)));
    }

    private Making.Content content(ReportDraft draft, boolean preview) {
        String q = filter(draft);
        if (draft.kind() != ReportKind.COMPLIANCE) {
            return new Making.Content(q, draft.standards(), List.of(), preview);
        }
        List<String> there = compliance.standards().stream().map(Standard::id).toList();
        if (draft.standards().isEmpty()) {
            return new Making.Content(q, there, List.of(), preview);
        }
        List<String> gone = draft.standards().stream()
                .filter(standard -> !there.contains(standard))
                .toList();
        if (gone.size() == draft.standards().size()) {
            throw new CannotBeMade(GoneStandards.reason(gone));
        }
        List<String> left = draft.standards().stream().filter(there::contains).toList();
        return new Making.Content(q, left, gone, preview);
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
        String q = parts.stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return draft.kind().tellsPlatform()
                ? ReportedWorkloads.usual(FilterExpression.parse(q)).toString()
                : q;
    }

    /** What is said of the proof of a report. */
    private List<Map.Entry<String, String>> facts() {
        return seals.stream().flatMap(seal -> seal.facts().stream()).toList();
    }
}
