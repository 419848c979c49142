package dev.breakwater.central.overview.internal;

import dev.breakwater.central.detection.AcceptanceRow;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.images.ImageRow;
import dev.breakwater.central.inventory.NamespaceRow;
import dev.breakwater.central.inventory.SecretRow;
import dev.breakwater.central.inventory.ServiceAccountRow;
import dev.breakwater.central.nodes.ListedNode;
import dev.breakwater.central.overview.ExportFormat;
import dev.breakwater.central.overview.Exports;
import dev.breakwater.central.overview.Workloads;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Busy;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.policy.ExclusionRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Exports by a cursor; on the caller's thread, since another one would have to be signed in again. */
@Service
class StreamedExports implements Exports {

    /** Exports at a time; each holds a database connection for as long as its reader takes. */
    private static final int AT_A_TIME = 4;

    private final Map<String, Exported> lists = new TreeMap<>();
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final JsonMapper json;

    StreamedExports(
            Lists lists,
            Workloads workloads,
            Violations violations,
            ListDefinition<ImageRow> images,
            ListDefinition<NamespaceRow> namespaces,
            ListDefinition<ListedNode> nodes,
            ListDefinition<SecretRow> secrets,
            ListDefinition<ServiceAccountRow> serviceAccounts,
            ListDefinition<ExclusionRow> exclusions,
            ListDefinition<AcceptanceRow> acceptances,
            SetUpExports setUp,
            FoundExports found,
            JsonMapper json) {
        this.json = json;
        this.lists.put(
                "workloads",
                new Exported(
                        WorkloadColumns.NAMES,
                        (q, sort, scope, out) -> workloads.stream(
                                q,
                                sort,
                                scope,
                                block -> block.forEach(
                                        detail -> out.write(detail, WorkloadColumns.of(detail.workload()))))));
        this.lists.put(
                "violations",
                new Exported(
                        ViolationColumns.NAMES,
                        (q, sort, scope, out) ->
                                violations.stream(q, sort, scope, row -> out.write(row, ViolationColumns.of(row)))));
        add(lists, images, ImageRow.class);
        add(lists, namespaces, NamespaceRow.class);
        add(lists, nodes, ListedNode.class);
        add(lists, secrets, SecretRow.class);
        add(lists, serviceAccounts, ServiceAccountRow.class);
        add(lists, acceptances, AcceptanceRow.class);
        RecordColumns ofExclusions = new RecordColumns(ExclusionRow.class).without("scope");
        this.lists.put(
                exclusions.name(),
                new Exported(
                        ExclusionColumns.names(ofExclusions),
                        (q, sort, scope, out) -> stream(
                                lists,
                                exclusions,
                                row -> ExclusionColumns.of(ofExclusions, row),
                                q,
                                sort,
                                scope,
                                out)));
        this.lists.putAll(setUp.byName());
        this.lists.putAll(found.byName());
    }

    private <T extends Record> void add(Lists from, ListDefinition<T> definition, Class<T> row) {
        RecordColumns columns = new RecordColumns(row);
        lists.put(
                definition.name(),
                new Exported(
                        columns.names(),
                        (q, sort, scope, out) -> stream(from, definition, columns::of, q, sort, scope, out)));
    }

    private static <T extends Record> void stream(
            Lists from,
            ListDefinition<T> definition,
            Function<T, List<?>> columns,
            String q,
            String sort,
            AccessScope scope,
            ExportWriter out) {
        from.stream(definition, q, sort, scope, item -> out.write(item, columns.apply(item)));
    }

    @Override
    public List<String> lists() {
        return List.copyOf(lists.keySet());
    }

    @Override
    public void write(String list, ExportFormat format, String q, String sort, AccessScope scope, Target target) {
        Exported exported = lists.get(list);
        if (exported == null) {
            throw new NotFound("export", list);
        }
        if (!places.tryAcquire()) {
            throw new Busy("There are " + AT_A_TIME + " exports already.");
        }
        try {
            ExportWriter out = new ExportWriter(target, format, list, exported.columns(), json);
            exported.rows().stream(q, sort, scope, out);
            out.close();
        } finally {
            places.release();
        }
    }
}
