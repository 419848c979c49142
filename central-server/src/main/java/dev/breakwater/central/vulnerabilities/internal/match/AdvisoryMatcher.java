package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.platform.Severities;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.Claim;
import dev.breakwater.engine.vulnerability.Match;
import dev.breakwater.engine.vulnerability.Matcher;
import dev.breakwater.engine.vulnerability.ecosystem.Lookup;
import dev.breakwater.engine.vulnerability.ecosystem.Lookups;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The engine's matcher over rows. */
final class AdvisoryMatcher {

    private AdvisoryMatcher() {}

    /** The names that advisories would speak of a package by. */
    static List<Lookup> lookups(MatchedPackage one) {
        return Lookups.of(one.installed(), distribution(one.distribution()));
    }

    private static @Nullable OperatingSystem distribution(String label) {
        if (label.isEmpty()) {
            return null;
        }
        int colon = label.indexOf(':');
        return colon < 0
                ? new OperatingSystem(label, "", "", label)
                : new OperatingSystem(label.substring(0, colon), label.substring(colon + 1), "", label);
    }

    /** What a package has, each vulnerability once. */
    static List<Finding> match(MatchedPackage one, Candidates candidates) {
        List<Candidates.Spoken> spoken = candidates.byPackage().getOrDefault(one.id(), List.of());
        if (spoken.isEmpty()) {
            return List.of();
        }
        List<Match> matches = Matcher.match(
                one.installed(),
                claims(lookups(one), spoken),
                id -> candidates.opinions().getOrDefault(id, List.of()));
        Map<Integer, Finding> findings = new LinkedHashMap<>();
        matches.forEach(match -> vulnerability(match, candidates)
                .ifPresent(id -> findings.putIfAbsent(id, finding(one.id(), id, match, candidates))));
        return List.copyOf(findings.values());
    }

    private static List<Claim> claims(List<Lookup> lookups, List<Candidates.Spoken> spoken) {
        Map<String, Integer> ranks = new LinkedHashMap<>();
        lookups.forEach(lookup -> ranks.putIfAbsent(lookup.ecosystem(), ranks.size()));
        List<Claim> claims = new ArrayList<>();
        for (Lookup lookup : lookups) {
            for (Candidates.Spoken one : spoken) {
                if (one.ecosystem().equals(lookup.ecosystem())
                        && one.packageName().equals(lookup.packageName())) {
                    for (Affected affected : one.advisory().affected()) {
                        claims.add(new Claim(one.advisory(), affected, lookup, ranks.get(lookup.ecosystem())));
                    }
                }
            }
        }
        return claims;
    }

    private static Optional<Integer> vulnerability(Match match, Candidates candidates) {
        return Stream.concat(Stream.of(match.id()), match.aliases().stream())
                .map(candidates.names()::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Finding finding(int packageId, int vulnerability, Match match, Candidates candidates) {
        Advisory deciding =
                match.advisories().isEmpty() ? null : match.advisories().getFirst();
        return new Finding(
                packageId,
                vulnerability,
                Severities.number(match.severity()),
                match.severityWord(),
                match.cvss(),
                match.fixedVersion(),
                match.fixState().name(),
                match.undecided(),
                deciding == null ? null : candidates.rows().get(deciding),
                "");
    }
}
