package dev.breakwater.engine.image;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * When distributions stop getting security fixes that everybody gets: the end of long-term support of the Debian and Ubuntu
 * community, the end of the maintenance phase of others. Paid extensions do not count. From the publishers' release pages.
 */
public final class EndOfLife {

    private static final Map<String, Map<String, String>> LAST_DAYS = Map.ofEntries(
            Map.entry(
                    "debian",
                    Map.of(
                            "7", "2018-05-31",
                            "8", "2020-06-30",
                            "9", "2022-06-30",
                            "10", "2024-06-30",
                            "11", "2026-08-31",
                            "12", "2028-06-30",
                            "13", "2030-06-30")),
            Map.entry(
                    "ubuntu",
                    Map.ofEntries(
                            Map.entry("14.04", "2019-04-25"),
                            Map.entry("16.04", "2021-04-30"),
                            Map.entry("18.04", "2023-05-31"),
                            Map.entry("20.04", "2025-05-31"),
                            Map.entry("22.04", "2027-04-30"),
                            Map.entry("22.10", "2023-07-20"),
                            Map.entry("23.04", "2024-01-25"),
                            Map.entry("23.10", "2024-07-11"),
                            Map.entry("24.04", "2029-05-31"),
                            Map.entry("24.10", "2025-07-10"),
                            Map.entry("25.04", "2026-01-15"))),
            Map.entry(
                    "alpine",
                    Map.ofEntries(
                            Map.entry("3.7", "2019-11-01"),
                            Map.entry("3.8", "2020-05-01"),
                            Map.entry("3.9", "2020-11-01"),
                            Map.entry("3.10", "2021-05-01"),
                            Map.entry("3.11", "2021-11-01"),
                            Map.entry("3.12", "2022-05-01"),
                            Map.entry("3.13", "2022-11-01"),
                            Map.entry("3.14", "2023-05-01"),
                            Map.entry("3.15", "2023-11-01"),
                            Map.entry("3.16", "2024-05-23"),
                            Map.entry("3.17", "2024-11-22"),
                            Map.entry("3.18", "2025-05-09"),
                            Map.entry("3.19", "2025-11-01"),
                            Map.entry("3.20", "2026-04-01"),
                            Map.entry("3.21", "2026-11-01"),
                            Map.entry("3.22", "2027-05-01"))),
            Map.entry("rhel", redHat("2020-11-30", "2024-06-30")),
            Map.entry("centos", Map.of("6", "2020-11-30", "7", "2024-06-30", "8", "2021-12-31", "9", "2027-05-31")),
            Map.entry("rocky", redHat("2020-11-30", "2024-06-30")),
            Map.entry("almalinux", redHat("2020-11-30", "2024-06-30")),
            Map.entry("ol", Map.of("7", "2024-12-31", "8", "2029-07-31", "9", "2032-06-30")),
            Map.entry(
                    "fedora",
                    Map.of(
                            "36", "2023-05-16",
                            "37", "2023-12-05",
                            "38", "2024-05-21",
                            "39", "2024-11-26",
                            "40", "2025-05-13")),
            Map.entry("amzn", Map.of("2018", "2023-12-31", "2", "2026-06-30", "2023", "2029-06-30")));

    private EndOfLife() {}

    private static Map<String, String> redHat(String six, String seven) {
        return Map.of("6", six, "7", seven, "8", "2029-05-31", "9", "2032-05-31", "10", "2035-05-31");
    }

    /**
     * The instant from which a release gets no more security fixes.
     *
     * @param label as {@link OperatingSystem#label()} says
     * @return empty if none is known: a rolling release, one that is not in the list
     */
    public static Optional<Instant> of(String label) {
        int colon = label.indexOf(':');
        Map<String, String> releases = colon < 0 ? null : LAST_DAYS.get(label.substring(0, colon));
        if (releases == null) {
            return Optional.empty();
        }
        String version = label.substring(colon + 1);
        return Optional.ofNullable(releases.get(parts(version, 2)))
                .or(() -> Optional.ofNullable(releases.get(parts(version, 1))))
                .map(day -> LocalDate.parse(day).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static String parts(String version, int count) {
        String[] parts = version.split("\\.", count + 1);
        return parts.length < count ? version : count == 1 ? parts[0] : parts[0] + "." + parts[1];
    }
}
