package dev.breakwater.central.overview;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.risk.RiskRanks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;

/** Workloads as people read them: with risk, violations and what could not be judged. */
@Service
public class Workloads {

    /** Workloads whose facts are read together in an export; bounds its memory. */
    private static final int BLOCK = 200;

    private final Lists lists;
    private final ListDefinition<WorkloadRow> definition;
    private final RiskRanks ranks;
    private final WorkloadDetails details;

    Workloads(Lists lists, ListDefinition<WorkloadRow> definition, RiskRanks ranks, WorkloadDetails details) {
        this.lists = lists;
        this.definition = definition;
        this.ranks = ranks;
        this.details = details;
    }

    public Page<WorkloadRow> list(ListRequest request, AccessScope scope) {
        Page<WorkloadRow> page = lists.page(definition, request, scope);
        return new Page<>(ranked(page.items(), scope), page.nextPageToken());
    }

    /** How many match, at most {@link Lists#COUNT_CAP} + 1. */
    public int count(String q, AccessScope scope) {
        return lists.count(definition, q, scope);
    }

    /** Every workload that matches, with its details, a block at a time. */
    public void stream(String q, String sort, AccessScope scope, Consumer<List<WorkloadDetail>> sink) {
        List<WorkloadRow> block = new ArrayList<>(BLOCK);
        lists.stream(
                definition,
                q,
                sort,
                scope,
                row -> {
                    block.add(row);
                    if (block.size() == BLOCK) {
                        sink.accept(details.of(ranked(block, scope)));
                        block.clear();
                    }
                },
                () -> sink.accept(details.of(ranked(block, scope))));
    }

    /**
     * One workload.
     *
     * @throws NotFound if there is none by that id within the scope
     */
    public WorkloadRow get(UUID id, AccessScope scope) {
        List<WorkloadRow> found = lists.byId(definition, id, scope);
        if (found.isEmpty()) {
            throw new NotFound("workload", id.toString());
        }
        return ranked(found, scope).getFirst();
    }

    /**
     * One workload with its parts.
     *
     * @throws NotFound if there is none by that id within the scope
     */
    public WorkloadDetail detail(UUID id, AccessScope scope) {
        return details.of(List.of(get(id, scope))).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("workload", id.toString()));
    }

    private List<WorkloadRow> ranked(List<WorkloadRow> rows, AccessScope scope) {
        Map<Double, Long> rankOf = ranks.ranksOf(
                rows.stream()
                        .map(WorkloadRow::riskScore)
                        .filter(Objects::nonNull)
                        .toList(),
                scope);
        return rows.stream()
                .map(row -> row.ranked(row.riskScore() == null ? null : rankOf.get(row.riskScore())))
                .toList();
    }
}
