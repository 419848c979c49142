package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.engine.vulnerability.version.VersionScheme;
import java.util.ArrayList;
import java.util.List;

/**
 * A set of versions as stretches between cuts, in order and apart from each other: what publishers write as
 * {@code <1.2 || >=2.0 <2.3}, or as what is mended.
 */
final class VersionSet {

    /** From one cut to a later one. */
    record Stretch(Cut from, Cut to) {}

    private final VersionScheme scheme;
    private final List<Stretch> stretches;

    private VersionSet(VersionScheme scheme, List<Stretch> stretches) {
        this.scheme = scheme;
        this.stretches = stretches;
    }

    /** The union of stretches; those that hold nothing are left out. */
    static VersionSet of(VersionScheme scheme, List<Stretch> parts) {
        List<Stretch> sorted = new ArrayList<>();
        for (Stretch part : parts) {
            if (part.from().compare(part.to(), scheme) < 0) {
                int at = sorted.size();
                while (at > 0 && sorted.get(at - 1).from().compare(part.from(), scheme) > 0) {
                    at--;
                }
                sorted.add(at, part);
            }
        }
        List<Stretch> apart = new ArrayList<>();
        for (Stretch part : sorted) {
            Stretch last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || last.to().compare(part.from(), scheme) < 0) {
                apart.add(part);
            } else if (last.to().compare(part.to(), scheme) < 0) {
                apart.set(apart.size() - 1, new Stretch(last.from(), part.to()));
            }
        }
        return new VersionSet(scheme, List.copyOf(apart));
    }

    boolean isEmpty() {
        return stretches.isEmpty();
    }

    /** What is not in it. */
    VersionSet complement() {
        List<Stretch> gaps = new ArrayList<>();
        Cut from = Cut.FIRST;
        for (Stretch stretch : stretches) {
            gaps.add(new Stretch(from, stretch.from()));
            from = stretch.to();
        }
        gaps.add(new Stretch(from, Cut.LAST));
        return of(scheme, gaps);
    }

    VersionSet with(VersionSet other) {
        List<Stretch> all = new ArrayList<>(stretches);
        all.addAll(other.stretches);
        return of(scheme, all);
    }

    VersionSet without(VersionSet other) {
        return complement().with(other).complement();
    }

    /**
     * As ranges of affected versions, each with the first mended version behind it.
     *
     * @param mended where it is mended, empty = nowhere
     */
    List<VersionRange> ranges(VersionSet mended) {
        List<VersionRange> ranges = new ArrayList<>();
        for (Stretch stretch : stretches) {
            String introduced = stretch.from().version().isEmpty()
                    ? "0"
                    : stretch.from().after()
                            ? following(stretch.from().version())
                            : stretch.from().version();
            String remedy = mended.firstFrom(stretch.to());
            String fixed = stretch.to().after() ? "" : stretch.to().version();
            String last = stretch.to().after() ? stretch.to().version() : "";
            ranges.add(new VersionRange(introduced, fixed, last, remedy.equals(fixed) ? "" : remedy));
        }
        return ranges;
    }

    /** The first version in it at or behind a cut that is named, empty = none. */
    private String firstFrom(Cut cut) {
        for (Stretch stretch : stretches) {
            if (stretch.from().compare(cut, scheme) >= 0 && !stretch.from().after()) {
                return stretch.from().version();
            }
        }
        return "";
    }

    /** The least version behind one, in orders in which a longer version is a later one. */
    private static String following(String version) {
        int plus = version.indexOf('+');
        String text = plus < 0 ? version : version.substring(0, plus);
        boolean preRelease = text.indexOf('-') >= 0;
        return preRelease ? text + ".0" : text + ".0.0.1";
    }
}
