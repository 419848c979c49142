package dev.breakwater.feeds;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one feed turned out to be.
 *
 * @param name of its file or folder, without what says how it is packed
 * @param source whose advisories it has, sorted, empty = it has none
 * @param entries how many entries it has: advisories, and what tells of no vulnerability; where only some packages were asked
 *     for, how many documents it has
 * @param advisories how many of them are advisories
 * @param signals how many estimates or catalogue entries it has
 * @param newest when the newest entry was changed, {@code null} = none says
 * @param digest {@code sha256:…} of its content, whatever its name
 * @param ecosystems of which it speaks
 * @param complete those among them for which it has all advisories that its publisher has: what it does not name there has no
 *     vulnerability that is known to it
 * @param sizes how many advisories it has of the families of those ecosystems, {@code Debian} of {@code Debian:12}; empty where only some
 *     packages were asked for
 * @param problemCount how many entries could not be read
 * @param problems the first of them
 */
public record Feed(
        String name,
        List<String> source,
        FeedFormat format,
        long entries,
        long advisories,
        long signals,
        @Nullable Instant newest,
        String digest,
        Set<String> ecosystems,
        Set<String> complete,
        Map<String, Integer> sizes,
        long problemCount,
        List<FeedProblem> problems) {

    public Feed {
        source = List.copyOf(source);
        ecosystems = Set.copyOf(ecosystems);
        complete = Set.copyOf(complete);
        sizes = Map.copyOf(sizes);
        problems = List.copyOf(problems);
    }

    /**
     * Whether what came since its newest entry is unknown.
     *
     * @param longest how old that entry may be
     * @return no where no entry is dated: nobody knows
     */
    public boolean isOlderThan(Duration longest, Instant asOf) {
        return newest != null && newest.isBefore(asOf.minus(longest));
    }

    /** For which families it is complete by its own count, but far smaller than usual, in words, sorted. */
    public List<String> small() {
        return sizes.entrySet().stream()
                .filter(one -> UsualSize.isSmall(one.getKey(), one.getValue()))
                .map(one -> UsualSize.words(one.getKey(), one.getValue()))
                .sorted()
                .toList();
    }

    /** Whether anything in it could be read. */
    public boolean isReadable() {
        return entries + signals > 0;
    }
}
