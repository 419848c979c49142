package dev.breakwater.feeds;

import java.util.Locale;
import java.util.Map;

/**
 * How many advisories there are of an ecosystem's family ({@code Debian} of {@code Debian:12}) where somebody collects all of them. A
 * feed that is complete by its own count and far smaller than that is a part of one, or somebody's own: what it does not name is no
 * reason to doubt whoever names it.
 */
public final class UsualSize {

    /** A feed is far smaller if it has less than one in so many: what one publisher of several collects is not. */
    private static final int PART = 4;

    /*
     * Rounded down, so that they hold for years. Of packages of languages: the reviewed advisories of the GitHub Advisory Database by
     * ecosystem in April 2024 (github.com/advisories: Maven 4,922, npm 3,450, Composer 3,434, pip 2,840, Go 1,660, RubyGems 823,
     * Rust 764, NuGet 594), to which OSV.dev adds PyPA's 3,230, the Go database's 3,079 and RustSec's 1,022 (April 2026), and
     * packages of npm and PyPI that are malicious, tens of thousands. Bitnami's and AlmaLinux's are counted in our own samples
     * (docs/reference/feeds.md). Of distributions: orders of magnitude of the years for which their trackers go back.
     * Ecosystems of which there are some dozens only (Hex, Pub, Swift, GitHub Actions …) have none: there Coverage.LEAST says enough.
     */
    private static final Map<String, Integer> USUAL = Map.ofEntries(
            Map.entry("npm", 10_000),
            Map.entry("pypi", 5_000),
            Map.entry("maven", 4_000),
            Map.entry("go", 3_000),
            Map.entry("packagist", 3_000),
            Map.entry("crates.io", 900),
            Map.entry("rubygems", 800),
            Map.entry("nuget", 500),
            Map.entry("bitnami", 5_000),
            Map.entry("debian", 10_000),
            Map.entry("ubuntu", 5_000),
            Map.entry("alpine", 2_000),
            Map.entry("wolfi", 1_000),
            Map.entry("chainguard", 1_000),
            Map.entry("red hat", 3_000),
            Map.entry("almalinux", 2_000),
            Map.entry("rocky linux", 1_000),
            Map.entry("oracle linux", 2_000),
            Map.entry("amazon linux", 1_000),
            Map.entry("suse", 2_000),
            Map.entry("opensuse", 2_000));

    private UsualSize() {}

    /** The family of an ecosystem: itself without its release. */
    public static String family(String ecosystem) {
        int colon = ecosystem.indexOf(':');
        return colon < 0 ? ecosystem : ecosystem.substring(0, colon);
    }

    /** More than so many advisories there usually are of an ecosystem's family; 0 = nobody says. */
    public static int of(String ecosystem) {
        return USUAL.getOrDefault(family(ecosystem).toLowerCase(Locale.ROOT), 0);
    }

    /**
     * Whether a feed is far smaller than what there usually is.
     *
     * @param advisories of the ecosystem's whole family in the feed
     */
    public static boolean isSmall(String ecosystem, long advisories) {
        return advisories * PART < of(ecosystem);
    }

    /** That it is, in words. */
    public static String words(String ecosystem, long advisories) {
        return String.format(
                Locale.ENGLISH,
                "complete by its own count, but small for %s: %,d of usually more than %,d",
                family(ecosystem),
                advisories,
                of(ecosystem));
    }
}
