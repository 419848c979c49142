package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.remedy.FixPlans.Kind;
import dev.breakwater.central.remedy.FixPlans.Target;
import dev.breakwater.central.vulnerabilities.ProposedDecisions;
import dev.breakwater.central.vulnerabilities.Upgrades.Upgrade;
import dev.breakwater.central.vulnerabilities.Upgrades.Upgraded;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageScan.InstalledPackage;
import dev.breakwater.engine.model.Vulnerability;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A package upgraded in all images that have it.
 *
 * @param here the packages of the upgrade that are in these images now; the others would come with a newer base image
 * @param after by workload the names of its images that have the package now or may have it after other fixes
 * @param decided what people decided, as it would hold of the new version
 */
record PackageFix(
        Upgrade upgrade,
        Set<Integer> here,
        Map<UUID, Set<String>> images,
        Map<UUID, Set<String>> after,
        Set<Integer> contents,
        ProposedDecisions.Answer decided)
        implements Fix {

    /** What a step brought belongs to no layer of the base any more: a newer base does not take it back. */
    private static final String OWN_LAYER = "";

    /** How packages of an image are told apart. */
    private record Installed(String type, String name, String version) {}

    @Override
    public Kind kind() {
        return Kind.PACKAGE;
    }

    @Override
    public String label() {
        return "Upgrade " + upgrade.name() + " to " + upgrade.version();
    }

    @Override
    public Target target() {
        List<String> from =
                members().stream().map(Upgraded::version).distinct().sorted().toList();
        return new Target(upgrade.type(), upgrade.distribution(), upgrade.name(), from, upgrade.version(), "", "");
    }

    /** The packages that are there now. */
    private List<Upgraded> members() {
        return upgrade.packages().entrySet().stream()
                .filter(entry -> here.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    @Override
    public Set<UUID> touches() {
        return after.keySet();
    }

    @Override
    public Trying made(UUID workload, Trying now) {
        Map<Installed, Upgraded> byName = upgrade.packages().values().stream()
                .collect(Collectors.toMap(
                        one -> new Installed(upgrade.type(), one.name(), one.version()),
                        Function.identity(),
                        (one, other) -> one));
        Trying then = now;
        for (String name : after.getOrDefault(workload, Set.of())) {
            ImageDetails details = then.images().get(name);
            if (details != null) {
                then = then.with(
                        name,
                        details.withScan(details.scan()
                                .map(scan -> scan.withPackages(scan.packages().stream()
                                        .map(one -> made(one, byName, workload, name))
                                        .toList()))));
            }
        }
        return then;
    }

    private InstalledPackage made(InstalledPackage one, Map<Installed, Upgraded> byName, UUID workload, String image) {
        Upgraded upgraded = byName.get(new Installed(one.type(), one.name(), one.version()));
        if (upgraded == null) {
            return one;
        }
        Map<String, Vulnerability> now = one.knownVulnerabilities().stream()
                .collect(Collectors.toMap(Vulnerability::id, Function.identity(), (a, b) -> a));
        return new InstalledPackage(
                one.name(),
                upgrade.version(),
                one.type(),
                one.path(),
                OWN_LAYER,
                upgraded.after()
                        .map(all -> all.stream()
                                .map(found -> Fix.inPlaceOf(
                                        now.get(found.id()),
                                        found,
                                        decided.of(workload, image, upgraded.then(), found.id())))
                                .toList()));
    }

    @Override
    public Set<String> gone() {
        Set<String> gone = new HashSet<>();
        members().forEach(one -> {
            Set<String> left = Fix.ids(left(one));
            Fix.ids(one.before()).stream().filter(id -> !left.contains(id)).forEach(gone::add);
        });
        return gone;
    }

    @Override
    public Set<String> remaining() {
        return members().stream().flatMap(one -> Fix.ids(left(one)).stream()).collect(Collectors.toSet());
    }

    private static Collection<Vulnerability> left(Upgraded one) {
        return one.after().toOptional().orElse(List.of());
    }

    @Override
    public double promise() {
        double points = members().stream()
                .mapToDouble(one -> Fix.points(one.before()) - Fix.points(left(one)))
                .max()
                .orElse(0);
        return points * images.size();
    }
}
