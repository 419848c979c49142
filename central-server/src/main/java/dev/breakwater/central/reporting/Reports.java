package dev.breakwater.central.reporting;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reports that are defined once and made again and again. Everybody reads them, but for those of the audit log, which are for
 * administrators; only administrators change them. Whoever saves one is its author: it is made with their rights.
 */
public interface Reports {

    /** The most definitions. */
    int MOST = 500;

    Page<ReportDefinition> list(ListRequest request, AccessScope scope);

    /**
     * One definition.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id, or not for the present person
     */
    ReportDefinition get(UUID id, AccessScope scope);

    /**
     * Keeps a definition.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest naming what cannot be used
     * @throws dev.breakwater.central.platform.Conflict if the name is taken, or there are too many
     */
    ReportDefinition create(ReportDraft draft);

    /**
     * Changes a definition; the present person becomes its author.
     *
     * @param version the one that was seen
     * @throws dev.breakwater.central.platform.Conflict if it was changed since
     */
    ReportDefinition update(UUID id, ReportDraft draft, int version);

    /** Removes a definition. Its jobs and their files stay until they expire; what waits is cancelled. */
    void delete(UUID id);

    /**
     * What a schedule means.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if it cannot be used
     */
    ScheduleWords schedule(String cron, String zone);

    /** The ways out that there are: kind → what it does, in words. */
    Map<String, String> ways();

    /**
     * How a report would look, with the rights of the present person and its first rows only.
     *
     * @return a page of HTML by itself
     */
    String preview(ReportDraft draft, AccessScope scope);

    /** Clusters and standards that a definition can name. */
    Choices choices(AccessScope scope);

    /**
     * What a definition can be made of.
     *
     * @param clusters names
     * @param standards id → name
     */
    record Choices(List<String> clusters, Map<String, String> standards) {

        public Choices {
            clusters = List.copyOf(clusters);
            standards = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(standards));
        }
    }
}
