package dev.breakwater.central.reporting;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report as somebody wants it.
 *
 * @param name 1 to 100 characters, once
 * @param standards ids of the standards of a report of compliance, none = all; empty for the other kinds
 * @param clusters names of clusters, none = all that the author may see
 * @param q a filter of the kind's list, may be empty
 * @param viewId a saved view whose filter holds, too, as it stands when the report is made; {@code null} = none
 * @param formats at least one of the kind's
 * @param schedule {@code null} = only when somebody asks
 * @param keepDays how long its files are kept, 1 to 3650
 * @param destinations where its files go besides the page for downloads
 * @param packing how they go there; {@link Packing#BUNDLE} unless somebody says otherwise
 */
public record ReportDraft(
        String name,
        ReportKind kind,
        List<String> standards,
        List<String> clusters,
        String q,
        @Nullable UUID viewId,
        Set<ReportFormat> formats,
        @Nullable ReportSchedule schedule,
        int keepDays,
        List<ReportDestination> destinations,
        Packing packing) {

    /** How the files of a report go to its destinations. */
    public enum Packing {
        /** As one zip, which holds its signature: {@code bwctl report verify} takes it as it is. */
        BUNDLE,
        /** Each by itself, with the manifest and its signature beside them. */
        FILES
    }

    /** How long files are kept unless somebody says otherwise. */
    public static final int USUAL_DAYS = 90;

    public ReportDraft {
        standards = List.copyOf(standards);
        clusters = List.copyOf(clusters);
        SortedSet<ReportFormat> sorted = new TreeSet<>(formats);
        formats = Collections.unmodifiableSortedSet(sorted);
        destinations = List.copyOf(destinations);
        packing = Objects.requireNonNullElse(packing, Packing.BUNDLE);
    }
}
