package dev.breakwater.central.vulnerabilities.internal.match;

import dev.breakwater.central.platform.Rows;
import dev.breakwater.central.platform.Severities;
import dev.breakwater.central.vulnerabilities.Upgrades;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.vulnerability.ecosystem.Ecosystem;
import dev.breakwater.engine.vulnerability.ecosystem.Lookup;
import dev.breakwater.engine.vulnerability.version.VersionScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Matches versions that are not installed. A number of queries that does not grow with each package. */
@Component
class StoredUpgrades implements Upgrades {

    /** Packages whose advisories are in memory at once. */
    private static final int AT_ONCE = 500;

    /** What is upgraded together. */
    private record Group(String type, String distribution, String name) {

        static Group of(MatchedPackage one) {
            String source = one.installed().sourcePackage();
            return new Group(
                    one.installed().type().name(),
                    one.distribution(),
                    source.isEmpty() ? one.installed().name() : source);
        }
    }

    /** A package as it would be. */
    private record Proposed(MatchedPackage now, MatchedPackage then) {}

    private final JdbcTemplate jdbc;
    private final PackageTable packages;
    private final CandidateTable candidates;
    private final StoredKnownFindings known;

    StoredUpgrades(JdbcTemplate jdbc, PackageTable packages, CandidateTable candidates, StoredKnownFindings known) {
        this.jdbc = jdbc;
        this.packages = packages;
        this.candidates = candidates;
        this.known = known;
    }

    @Override
    public List<Upgrade> of(Collection<Integer> packageIds) {
        Map<Integer, List<String>> fixes = fixes(packageIds);
        Map<Group, List<MatchedPackage>> groups = packages.load(fixes.keySet()).stream()
                .collect(Collectors.groupingBy(Group::of, LinkedHashMap::new, Collectors.toList()));
        Map<Group, String> versions = new LinkedHashMap<>();
        Map<Integer, Proposed> proposed = new LinkedHashMap<>();
        groups.forEach((group, members) -> newest(members, fixes).ifPresent(version -> {
            versions.put(group, version);
            members.stream()
                    .filter(one -> scheme(one).compare(version(one), version) < 0)
                    .forEach(one -> proposed.put(one.id(), new Proposed(one, at(one, version))));
        }));
        Map<Integer, Upgraded> upgraded = upgraded(proposed);
        List<Upgrade> upgrades = new ArrayList<>();
        versions.forEach((group, version) -> {
            Map<Integer, Upgraded> members = new LinkedHashMap<>();
            groups.getOrDefault(group, List.of()).stream()
                    .filter(one -> upgraded.containsKey(one.id()))
                    .forEach(one -> members.put(one.id(), Objects.requireNonNull(upgraded.get(one.id()))));
            if (!members.isEmpty()) {
                upgrades.add(new Upgrade(group.type(), group.distribution(), group.name(), version, members));
            }
        });
        return upgrades;
    }

    @Override
    public Map<Integer, InstalledPackage> installed(Collection<Integer> packageIds) {
        return packages.load(packageIds).stream()
                .collect(Collectors.toMap(MatchedPackage::id, MatchedPackage::installed));
    }

    private Map<Integer, List<String>> fixes(Collection<Integer> packageIds) {
        Map<Integer, List<String>> fixes = new HashMap<>();
        jdbc.query(
                "select distinct package_id, fixed_version from package_findings"
                        + " where package_id = any(?) and fixed_version <> ''",
                row -> {
                    fixes.computeIfAbsent(row.getInt("package_id"), key -> new ArrayList<>())
                            .add(row.getString("fixed_version"));
                },
                Rows.array("int4", packageIds));
        return fixes;
    }

    /** The newest version that mends something in one of them; empty if none can be compared with what is installed. */
    private static Optional<String> newest(List<MatchedPackage> members, Map<Integer, List<String>> fixes) {
        VersionScheme scheme = scheme(members.getFirst());
        return members.stream()
                .flatMap(one -> fixes.getOrDefault(one.id(), List.of()).stream())
                .filter(scheme::canCompare)
                .max(scheme::compare);
    }

    private static VersionScheme scheme(MatchedPackage one) {
        return AdvisoryMatcher.lookups(one).stream()
                .findFirst()
                .map(lookup -> Ecosystem.of(lookup.ecosystem()).scheme())
                .orElse(VersionScheme.GENERIC);
    }

    /** The version that advisories speak of. */
    private static String version(MatchedPackage one) {
        return AdvisoryMatcher.lookups(one).stream()
                .findFirst()
                .map(Lookup::version)
                .orElse(one.installed().version());
    }

    private static MatchedPackage at(MatchedPackage one, String version) {
        InstalledPackage now = one.installed();
        InstalledPackage then = new InstalledPackage(
                now.name(),
                version,
                now.arch(),
                now.type(),
                purl(now.purl(), version),
                now.sourcePackage(),
                now.sourceVersion().isEmpty() ? "" : version,
                now.path(),
                now.layer());
        return new MatchedPackage(one.id(), then, one.distribution());
    }

    /** The package URL in another version, since statements of suppliers mean versions by it. */
    private static String purl(String purl, String version) {
        int query = purl.indexOf('?');
        String path = query < 0 ? purl : purl.substring(0, query);
        int at = path.lastIndexOf('@');
        return at <= path.lastIndexOf('/')
                ? purl
                : path.substring(0, at + 1)
                        + URLEncoder.encode(version, StandardCharsets.UTF_8)
                        + (query < 0 ? "" : purl.substring(query));
    }

    private Map<Integer, Upgraded> upgraded(Map<Integer, Proposed> proposed) {
        Map<Integer, Upgraded> upgraded = new HashMap<>();
        List<Integer> ids = List.copyOf(proposed.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Integer> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Map<Integer, Observed<List<Vulnerability>>> now = known.ofPackages(some);
            Map<Integer, Observed<List<Vulnerability>>> ifNothing = known.ifNothing(some);
            Map<Integer, List<Finding>> left = match(some, proposed);
            Map<Integer, Vulnerability> told = known.told(left.values().stream()
                    .flatMap(List::stream)
                    .map(Finding::vulnerabilityId)
                    .distinct()
                    .toList());
            for (int id : some) {
                List<Vulnerability> after = left.getOrDefault(id, List.of()).stream()
                        .filter(finding -> finding.undecided().isEmpty())
                        .flatMap(finding -> vulnerability(finding, told).stream())
                        .toList();
                InstalledPackage installed =
                        Objects.requireNonNull(proposed.get(id)).now().installed();
                upgraded.put(
                        id,
                        new Upgraded(
                                installed.name(),
                                installed.version(),
                                Objects.requireNonNull(proposed.get(id)).then().installed(),
                                now.getOrDefault(id, Observed.known(List.of()))
                                        .toOptional()
                                        .orElse(List.of()),
                                after.isEmpty()
                                        ? undecided(left.getOrDefault(id, List.of()), told)
                                                .orElse(Objects.requireNonNull(ifNothing.get(id)))
                                        : Observed.known(after)));
            }
        }
        return upgraded;
    }

    private Map<Integer, List<Finding>> match(List<Integer> ids, Map<Integer, Proposed> proposed) {
        Candidates spoken = candidates.ofPackages(ids);
        Map<Integer, List<Finding>> found = new HashMap<>();
        ids.forEach(id -> found.put(
                id,
                AdvisoryMatcher.match(Objects.requireNonNull(proposed.get(id)).then(), spoken)));
        return found;
    }

    /** That nobody could say whether it has one of them, as {@link StoredKnownFindings} would tell it. */
    private static Optional<Observed<List<Vulnerability>>> undecided(
            List<Finding> findings, Map<Integer, Vulnerability> told) {
        return findings.stream()
                .filter(finding -> !finding.undecided().isEmpty() && told.containsKey(finding.vulnerabilityId()))
                .findFirst()
                .map(finding -> StoredKnownFindings.undecided(
                        Objects.requireNonNull(told.get(finding.vulnerabilityId()))
                                .id(),
                        finding.undecided()));
    }

    /** As it would be read once it is stored. */
    private static Optional<Vulnerability> vulnerability(Finding finding, Map<Integer, Vulnerability> told) {
        return Optional.ofNullable(told.get(finding.vulnerabilityId()))
                .map(one -> new Vulnerability(
                        one.id(),
                        Severities.of(finding.severity()),
                        finding.cvss() == null ? one.cvss() : finding.cvss(),
                        finding.fixedVersion(),
                        one.publishedAt(),
                        one.context()));
    }
}
