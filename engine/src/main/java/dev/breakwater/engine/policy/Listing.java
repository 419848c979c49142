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

    // Written out: most of what is compared is the same object in both, and an image can have thousands of lines.
    private static final Comparator<Evidence> ORDER = (one, other) -> {
        int order = compare(one.container(), other.container());
        order = order != 0 ? order : compare(one.message(), other.message());
        order = order != 0 ? order : compare(one.path(), other.path());
        order = order != 0 ? order : compare(one.criterion(), other.criterion());
        order = order != 0 ? order : compare(one.found(), other.found());
        order = order != 0 ? order : compare(one.forbidden(), other.forbidden());
        return order != 0 ? order : compare(one.field(), other.field());
    };

    private static final Comparator<UnknownFact> UNKNOWN_ORDER = (one, other) -> {
        int order = compare(one.criterion(), other.criterion());
        order = order != 0 ? order : compare(one.subject(), other.subject());
        order = order != 0 ? order : one.reason().compareTo(other.reason());
        return order != 0 ? order : compare(one.detail(), other.detail());
    };

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

    private static int compare(String one, String other) {
        return one == other ? 0 : one.compareTo(other);
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
