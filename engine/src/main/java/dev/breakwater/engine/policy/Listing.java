package dev.breakwater.engine.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
        List<Evidence> all = new ArrayList<>(evidence);
        all.sort(ORDER);
        List<Evidence> sorted = new ArrayList<>(all.size());
        for (Evidence one : all) {
            if (sorted.isEmpty() || !saysTheSame(sorted.getLast(), one)) {
                sorted.add(one);
            }
        }
        if (sorted.size() <= MAX) {
            return sorted;
        }
        int more = sorted.size() - MAX;
        List<Evidence> shown = new ArrayList<>(sorted.subList(0, MAX));
        shown.add(new Evidence("… and " + more + " more.", "", "", "", "", "", ""));
        return shown;
    }

    /** The order begins with what is compared here. */
    private static boolean saysTheSame(Evidence one, Evidence other) {
        return one.container().equals(other.container())
                && one.message().equals(other.message())
                && one.path().equals(other.path());
    }

    static List<UnknownFact> ofUnknown(List<UnknownFact> unknown) {
        if (unknown.size() <= 1) {
            return List.copyOf(unknown);
        }
        // Without a stream: most policies are unknown about most images until something scans them.
        List<UnknownFact> sorted = new ArrayList<>(unknown);
        sorted.sort(UNKNOWN_ORDER);
        List<UnknownFact> distinct = new ArrayList<>(Math.min(sorted.size(), MAX));
        for (UnknownFact fact : sorted) {
            if (distinct.size() < MAX
                    && (distinct.isEmpty() || !distinct.getLast().equals(fact))) {
                distinct.add(fact);
            }
        }
        return distinct;
    }
}
