package dev.breakwater.feeds;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * For which ecosystems a feed is complete: only there does it mean something that a feed names no advisory of a package. An
 * advisory that somebody brought speaks of one vulnerability and says nothing of all others.
 *
 * <ul>
 *   <li>What the security team of a distribution writes in one piece ({@code DEBIAN_TRACKER}, {@code ALPINE_SECDB}) is complete
 *       for the releases that it names.
 *   <li>Of formats with a document for each advisory a <em>collection</em> is complete: at least {@link #LEAST} documents that
 *       speak of the ecosystem's family ({@code Debian} of {@code Debian:12}) and of no other. OSV's archive of npm names some
 *       packages of PyPI too, but never by themselves, and so is not taken for one of PyPI; its archive of everything is complete
 *       for each.
 *   <li>Lists of chosen libraries (retire.js, project-kb, the Node.js working group) never are.
 * </ul>
 *
 * <p>By its own count: whether it is as large as such collections are tells {@link UsualSize}.
 */
final class Coverage {

    /** The smallest ecosystems of OSV have about so many; fewer are somebody's own. */
    static final int LEAST = 10;

    private static final Set<FeedFormat> WHOLE = EnumSet.of(FeedFormat.DEBIAN_TRACKER, FeedFormat.ALPINE_SECDB);
    private static final Set<FeedFormat> COLLECTED =
            EnumSet.of(FeedFormat.OSV, FeedFormat.CSAF, FeedFormat.RUSTSEC, FeedFormat.FRIENDS_OF_PHP);

    private final Set<String> whole = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final Map<String, Integer> alone = new HashMap<>();
    private final Set<String> here = new HashSet<>();

    /** A new document begins. */
    void begin() {
        here.clear();
    }

    /** The document speaks of an ecosystem. */
    void speaksOf(String ecosystem) {
        here.add(ecosystem);
    }

    /** The document was read, and is of a format. */
    void end(FeedFormat format) {
        if (WHOLE.contains(format)) {
            whole.addAll(here);
        } else if (COLLECTED.contains(format)) {
            named.addAll(here);
            Set<String> families = new HashSet<>();
            here.forEach(one -> families.add(UsualSize.family(one)));
            if (families.size() == 1) {
                alone.merge(families.iterator().next(), 1, Integer::sum);
            }
        }
        here.clear();
    }

    /** The ecosystems for which what was read is complete, sorted. */
    Set<String> complete() {
        Set<String> all = new TreeSet<>(whole);
        named.stream()
                .filter(one -> alone.getOrDefault(UsualSize.family(one), 0) >= LEAST)
                .forEach(all::add);
        return all;
    }
}
