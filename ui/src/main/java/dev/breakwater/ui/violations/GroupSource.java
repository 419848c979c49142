package dev.breakwater.ui.violations;

import dev.breakwater.central.detection.ViolationGroup;
import dev.breakwater.central.detection.ViolationGroups;
import dev.breakwater.central.detection.ViolationGroups.By;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.ui.part.ListSource;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Violations gathered, as the present reader may see them; filtered as the list of violations is. */
final class GroupSource implements ListSource<ViolationGroup> {

    /** Groups named in one filter, which is bounded in length. */
    private static final int AT_ONCE = 20;

    private final By by;
    private final ViolationGroups groups;
    private final ViolationSource violations;

    GroupSource(By by, ViolationGroups groups, ViolationSource violations) {
        this.by = by;
        this.groups = groups;
        this.violations = violations;
    }

    By by() {
        return by;
    }

    /** The term that names a group. */
    String term(UUID id) {
        return term(List.of(id));
    }

    private String term(List<UUID> ids) {
        return (by == By.POLICY ? "policy:" : "workload:")
                + ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    ViolationSource violations() {
        return violations;
    }

    @Override
    public Page<ViolationGroup> page(ListRequest request) {
        return groups.list(by, request, reader());
    }

    @Override
    public int count(String q) {
        return groups.count(by, q, reader());
    }

    @Override
    public List<FilterTerm> terms() {
        return violations.terms();
    }

    @Override
    public ViolationGroup get(UUID id) {
        return groups.list(by, new ListRequest(term(id), "", 1, null), reader()).items().stream()
                .findFirst()
                .orElseThrow(() -> new NotFound(noun().one(), id.toString()));
    }

    @Override
    public UUID idOf(ViolationGroup row) {
        return row.id();
    }

    @Override
    public String nameOf(ViolationGroup row) {
        return row.name();
    }

    @Override
    public Noun noun() {
        return by == By.POLICY ? new Noun("policy", "policies") : new Noun("workload", "workloads");
    }

    @Override
    public String name() {
        return by == By.POLICY ? "violations-by-policy" : "violations-by-workload";
    }

    @Override
    public List<String> suggest(String field, String begun) {
        return violations.suggest(field, begun);
    }

    @Override
    public AccessScope reader() {
        return violations.reader();
    }

    @Override
    public List<UUID> ids(String q, int limit) {
        List<UUID> ids = new ArrayList<>();
        String token = null;
        do {
            Page<ViolationGroup> page = page(new ListRequest(q, "label", ListRequest.MAX_PAGE_SIZE, token));
            page.items().forEach(group -> ids.add(group.id()));
            token = page.nextPageToken();
        } while (token != null && ids.size() < limit);
        return ids.stream().limit(limit).toList();
    }

    /** Decisions are about violations: those of the groups that the filter shows. */
    @Override
    public List<UUID> acted(List<UUID> chosen, String q, int limit) {
        Set<UUID> found = new LinkedHashSet<>();
        for (int i = 0; i < chosen.size() && found.size() < limit; i += AT_ONCE) {
            List<UUID> some = chosen.subList(i, Math.min(chosen.size(), i + AT_ONCE));
            found.addAll(violations.ids((q + " " + term(some)).strip(), limit - found.size()));
        }
        return List.copyOf(found);
    }

    @Override
    public Noun actedNoun() {
        return violations.noun();
    }

    @Override
    public Instant newSince(ViolationGroup row) {
        return Instant.EPOCH;
    }

    @Override
    public String newestFirst() {
        return "";
    }
}
