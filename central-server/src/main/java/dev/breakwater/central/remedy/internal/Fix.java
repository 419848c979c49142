package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.vulnerabilities.Upgrades.Upgrade;
import dev.breakwater.central.vulnerabilities.Upgrades.Upgraded;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageScan.InstalledPackage;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Vulnerability;
import dev.breakwater.engine.risk.factor.ImageVulnerabilities;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An upgrade where it would be made.
 *
 * @param images by workload the names of its images that have the package
 * @param contents what is in them
 */
record Fix(Upgrade upgrade, Map<UUID, Set<String>> images, Set<Integer> contents) {

    /** How packages of an image are told apart. */
    private record Installed(String type, String name, String version) {}

    /** The workload's images with the upgrade made. That the image is built anew is not counted in its favour. */
    Map<String, ImageDetails> made(UUID workload, Map<String, ImageDetails> now) {
        Map<Installed, Upgraded> byName = upgrade.packages().values().stream()
                .collect(Collectors.toMap(
                        one -> new Installed(upgrade.type(), one.name(), one.version()),
                        Function.identity(),
                        (one, other) -> one));
        Map<String, ImageDetails> then = new HashMap<>(now);
        images.getOrDefault(workload, Set.of())
                .forEach(name -> then.computeIfPresent(
                        name,
                        (key, details) -> details.withScan(details.scan()
                                .map(scan -> scan.withPackages(scan.packages().stream()
                                        .map(one -> made(one, byName))
                                        .toList())))));
        return then;
    }

    private InstalledPackage made(InstalledPackage one, Map<Installed, Upgraded> byName) {
        Upgraded upgraded = byName.get(new Installed(one.type(), one.name(), one.version()));
        if (upgraded == null) {
            return one;
        }
        Map<String, Vulnerability> here = one.knownVulnerabilities().stream()
                .collect(Collectors.toMap(Vulnerability::id, Function.identity(), (a, b) -> a));
        Observed<List<Vulnerability>> left = upgraded.after()
                .map(all -> all.stream()
                        .map(found -> Objects.requireNonNullElse(here.get(found.id()), found))
                        .toList());
        return new InstalledPackage(one.name(), upgrade.version(), one.type(), one.path(), one.layer(), left);
    }

    /** The vulnerabilities that are gone in at least one package. */
    Set<String> gone() {
        Set<String> gone = new HashSet<>();
        upgrade.packages().values().forEach(one -> {
            Set<String> left = ids(one.after().toOptional().orElse(List.of()));
            ids(one.before()).stream().filter(id -> !left.contains(id)).forEach(gone::add);
        });
        return gone;
    }

    /** The vulnerabilities that its packages have after it. */
    Set<String> remaining() {
        Set<String> left = new HashSet<>();
        upgrade.packages()
                .values()
                .forEach(one -> left.addAll(ids(one.after().toOptional().orElse(List.of()))));
        return left;
    }

    private static Set<String> ids(List<Vulnerability> all) {
        return all.stream().map(Vulnerability::id).collect(Collectors.toSet());
    }

    /** What it takes away at most, for an order in which to try fixes. */
    double promise() {
        double points = upgrade.packages().values().stream()
                .mapToDouble(one ->
                        points(one.before()) - points(one.after().toOptional().orElse(List.of())))
                .max()
                .orElse(0);
        return points * images.size();
    }

    /** The points of all that is found in some images, before anything saturates. */
    static double burden(Map<String, ImageDetails> images) {
        return images.values().stream()
                .flatMap(details -> details.scan().toOptional().stream())
                .flatMap(scan -> scan.packages().stream())
                .mapToDouble(one -> points(one.knownVulnerabilities()))
                .sum();
    }

    private static double points(List<Vulnerability> all) {
        return all.stream().mapToDouble(ImageVulnerabilities::pointsOf).sum();
    }
}
