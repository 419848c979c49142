package dev.breakwater.engine.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

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

    /** Where two say the same, they are one line. */
    private record Said(String container, String message, String path) {

        static Said by(Evidence one) {
            return new Said(one.container(), one.message(), one.path());
        }
    }

    /** One line for each thing said of one place, even where several criteria say it. */
    static List<Evidence> ofEvidence(List<Evidence> evidence) {
        if (evidence.size() <= 1) {
            return List.copyOf(evidence);
        }
        Map<Said, Evidence> lines = HashMap.newHashMap(evidence.size());
        for (Evidence one : evidence) {
            lines.merge(Said.by(one), one, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
        }
        List<Evidence> first = first(lines.values(), ORDER);
        int more = lines.size() - first.size();
        if (more > 0) {
            first.add(new Evidence("… and " + more + " more.", "", "", "", "", "", ""));
        }
        return first;
    }

    static List<UnknownFact> ofUnknown(List<UnknownFact> unknown) {
        return unknown.size() <= 1 ? List.copyOf(unknown) : first(unknown, UNKNOWN_ORDER);
    }

    /** The first so many, sorted and without doubles; not by sorting all: an image can have thousands. */
    private static <T> List<T> first(Collection<T> all, Comparator<T> order) {
        NavigableSet<T> first = new TreeSet<>(order);
        for (T one : all) {
            if (first.size() < MAX) {
                first.add(one);
            } else if (order.compare(one, first.last()) < 0 && first.add(one)) {
                first.pollLast();
            }
        }
        return new ArrayList<>(first);
    }
}
