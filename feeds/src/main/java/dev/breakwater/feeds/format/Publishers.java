package dev.breakwater.feeds.format;

import dev.breakwater.engine.vulnerability.VulnerabilityIds;
import dev.breakwater.engine.vulnerability.ecosystem.Ecosystem;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Whose an advisory is, by its id. */
final class Publishers {

    private static final Map<String, String> BY_PREFIX = Map.ofEntries(
            Map.entry("GHSA", "ghsa"),
            Map.entry("PYSEC", "pypa"),
            Map.entry("PSF", "psf"),
            Map.entry("GO", "go"),
            Map.entry("RUSTSEC", "rustsec"),
            Map.entry("ALSA", "almalinux"),
            Map.entry("ALBA", "almalinux"),
            Map.entry("ALEA", "almalinux"),
            Map.entry("RLSA", "rocky"),
            Map.entry("RXSA", "rocky"),
            Map.entry("RLBA", "rocky"),
            Map.entry("RLEA", "rocky"),
            Map.entry("RHSA", "redhat"),
            Map.entry("RHBA", "redhat"),
            Map.entry("RHEA", "redhat"),
            Map.entry("DSA", "debian"),
            Map.entry("DLA", "debian"),
            Map.entry("DTSA", "debian"),
            Map.entry("DEBIAN", "debian"),
            Map.entry("UBUNTU", "ubuntu"),
            Map.entry("USN", "ubuntu"),
            Map.entry("LSN", "ubuntu"),
            Map.entry("ALPINE", "alpine"),
            Map.entry("BIT", "bitnami"),
            Map.entry("MAL", "ossf"),
            Map.entry("CGA", "chainguard"),
            Map.entry("SUSE", "suse"),
            Map.entry("OPENSUSE", "suse"),
            Map.entry("OESA", "openeuler"),
            Map.entry("MGASA", "mageia"),
            Map.entry("OSV", "osv"));

    private static final List<String> ERRATA = List.of(
            "ALSA-",
            "ALBA-",
            "ALEA-",
            "RLSA-",
            "RXSA-",
            "RLBA-",
            "RLEA-",
            "RHSA-",
            "RHBA-",
            "RHEA-",
            "DSA-",
            "DLA-",
            "DTSA-",
            "USN-",
            "LSN-",
            "SUSE-",
            "openSUSE-",
            "OESA-",
            "MGASA-",
            "ELSA-",
            "ALAS");

    /** Updates that mend ordinary bugs, unless they name a vulnerability. */
    private static final List<String> BUG_FIXES = List.of("ALBA-", "ALEA-", "RLBA-", "RLEA-", "RHBA-", "RHEA-");

    private Publishers() {}

    static String of(String id, String ecosystem) {
        int hyphen = id.indexOf('-');
        String prefix = (hyphen < 0 ? id : id.substring(0, hyphen)).toUpperCase(Locale.ROOT);
        if (VulnerabilityIds.isCve(id)) {
            return ecosystem.isEmpty() ? "cve" : Ecosystem.of(ecosystem).name().toLowerCase(Locale.ROOT);
        }
        return BY_PREFIX.getOrDefault(prefix, prefix.toLowerCase(Locale.ROOT));
    }

    /** Whether the id is one of an update of a distribution, which mends what others found. */
    static boolean isErratum(String id) {
        return ERRATA.stream().anyMatch(id::startsWith);
    }

    static boolean isBugFix(String id) {
        return BUG_FIXES.stream().anyMatch(id::startsWith);
    }
}
