package dev.breakwater.engine.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts evidence and unknown facts into one order, without doubles and within a bound, so that equal facts read equal. */
final class Listing {

    /** The most that one verdict lists before it counts the rest. */
    static final int MAX = 40;

    private static final Comparator<Evidence> ORDER = Comparator.comparing(Evidence::container)
            .thenComparing(Evidence::message)
            .thenComparing(Evidence::path)
            .thenComparing(Evidence::criterion)
            .thenComparing(Evidence::found)
            .thenComparing(Evidence::forbidden)
            .thenComparing(Evidence::field);

    private static final Comparator<UnknownFact> UNKNOWN_ORDER = Comparator.comparing(UnknownFact::criterion)
            .thenComparing(UnknownFact::subject)
            .thenComparing(UnknownFact::reason)
            .thenComparing(UnknownFact::detail);

    private Listing() {}

    /** One line for each thing said of one place, even where several criteria say it. */
    static List<Evidence> ofEvidence(List<Evidence> evidence) {
        if (evidence.size() <= 1) {
            return List.copyOf(evidence);
        }
        Map<String, Evidence> first = new TreeMap<>();
        for (Evidence one : evidence) {
            String said = one.container() + '\n' + one.message() + '\n' + one.path();
            first.merge(said, one, (held, other) -> ORDER.compare(held, other) <= 0 ? held : other);
        }
        List<Evidence> sorted =
                new ArrayList<>(first.values().stream().sorted(ORDER).toList());
        if (sorted.size() <= MAX) {
            return sorted;
        }
        int more = sorted.size() - MAX;
        List<Evidence> shown = new ArrayList<>(sorted.subList(0, MAX));
        shown.add(new Evidence("… and " + more + " more.", "", "", "", "", "", ""));
        return shown;
    }

    static List<UnknownFact> ofUnknown(List<UnknownFact> unknown) {
        if (unknown.size() <= 1) {
            return List.copyOf(unknown);
        }
        return unknown.stream().distinct().sorted(UNKNOWN_ORDER).limit(MAX).toList();
    }
}
