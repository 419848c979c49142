package dev.breakwater.central.transfer.internal;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.system.Carried;
import dev.breakwater.central.system.Carried.Reach;
import dev.breakwater.central.transfer.ImportReport;
import dev.breakwater.central.transfer.ImportReport.Action;
import dev.breakwater.central.transfer.ImportReport.Difference;
import dev.breakwater.central.transfer.ImportReport.Item;
import dev.breakwater.central.transfer.ImportReport.SectionReport;
import dev.breakwater.central.transfer.ImportWish.OnConflict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of the items of one section, decided by comparing them with what is here. */
final class SectionPlan<T extends Record> {

    private final Carried<T> section;
    private final Map<String, T> here = new HashMap<>();
    private final List<T> written = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Map<Action, Integer> counts = new EnumMap<>(Action.class);
    private int same;

    private SectionPlan(Carried<T> section) {
        this.section = section;
    }

    static <T extends Record> SectionPlan<T> of(
            Content<T> content, OnConflict onConflict, boolean skipped, Reach reach) {
        SectionPlan<T> plan = new SectionPlan<>(content.section());
        if (skipped) {
            content.items().forEach(item -> plan.add(item, Action.SKIP, "its section is left out", null));
            return plan;
        }
        plan.section.read(true).forEach(item -> plan.here.put(plan.section.key(item), item));
        content.items().forEach(item -> plan.decide(item, onConflict, reach));
        return plan;
    }

    private void decide(T item, OnConflict onConflict, Reach reach) {
        T before = here.get(section.key(item));
        if (before != null && section.same(before, item)) {
            same++;
            return;
        }
        String obstacle = section.obstacle(item, reach);
        if (obstacle != null) {
            add(item, Action.SKIP, obstacle, null);
        } else if (before == null) {
            add(item, Action.CREATE, "", null);
        } else {
            Action action = switch (onConflict) {
                case REFUSE -> Action.CONFLICT;
                case KEEP -> Action.KEEP;
                case OVERWRITE -> Action.OVERWRITE;
            };
            add(item, action, "", before);
        }
    }

    private void add(T item, Action action, String why, @Nullable T before) {
        counts.merge(action, 1, Integer::sum);
        items.add(new Item(section.key(item), action, why, told(item, action, before)));
        if (action == Action.CREATE || action == Action.OVERWRITE) {
            written.add(item);
        }
    }

    /** Where it differs from what is here; of a new one that gives somebody power, what it is. */
    private List<Difference> told(T item, Action action, @Nullable T before) {
        if (before != null) {
            return Components.differences(section.shown(before), section.shown(item));
        }
        return action == Action.CREATE && section.toldSingly() ? Components.all(section.shown(item)) : List.of();
    }

    /** The keys that are here when the import is done. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>(section.present());
        written.forEach(item -> keys.add(section.key(item)));
        return keys;
    }

    /** Writes it, with a row of the audit log for each item where the section wants that. */
    void write(Audit audit) {
        if (written.isEmpty()) {
            return;
        }
        section.write(written);
        if (section.toldSingly()) {
            for (T item : written) {
                String key = section.key(item);
                T before = here.get(key);
                audit.record(
                        "imported",
                        section.name(),
                        key,
                        key,
                        before == null ? null : section.shown(before),
                        section.shown(item));
            }
        }
    }

    int count(Action action) {
        return counts.getOrDefault(action, 0);
    }

    int written() {
        return written.size();
    }

    String name() {
        return section.name();
    }

    SectionReport report() {
        List<Item> listed = items.stream()
                .sorted(Comparator.comparingInt(item -> rank(item.action())))
                .limit(ImportReport.LISTED)
                .toList();
        return new SectionReport(
                section.name(),
                section.what(),
                count(Action.CREATE),
                same,
                count(Action.KEEP),
                count(Action.OVERWRITE),
                count(Action.SKIP),
                listed);
    }

    private static int rank(Action action) {
        return switch (action) {
            case CONFLICT, OVERWRITE, KEEP -> 0;
            case SKIP -> 1;
            case CREATE -> 2;
        };
    }
}
