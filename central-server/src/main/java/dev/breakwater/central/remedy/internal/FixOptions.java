package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.images.BaseImage;
import dev.breakwater.central.images.BaseImage.Newer;
import dev.breakwater.central.images.BaseImages;
import dev.breakwater.central.images.BaseImages.Body;
import dev.breakwater.central.images.BaseImages.Stand;
import dev.breakwater.central.remedy.internal.RunningImages.Running;
import dev.breakwater.central.vulnerabilities.ProposedDecisions;
import dev.breakwater.central.vulnerabilities.ProposedDecisions.Proposed;
import dev.breakwater.central.vulnerabilities.Upgrades;
import dev.breakwater.central.vulnerabilities.Upgrades.Upgrade;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.ImageScan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What could be done for what runs: packages to upgrade, and newer images to build on. */
@Component
class FixOptions {

    /**
     * What was found.
     *
     * @param fixes the most promising first
     * @param stands what the images stand on
     * @param layers by content the diff ids, bottom first
     */
    record Found(List<Fix> fixes, List<Stand> stands, Map<Integer, List<String>> layers) {}

    private final RunningImages running;
    private final Upgrades upgrades;
    private final BaseImages bases;
    private final ProposedDecisions decisions;

    FixOptions(RunningImages running, Upgrades upgrades, BaseImages bases, ProposedDecisions decisions) {
        this.running = running;
        this.upgrades = upgrades;
        this.bases = bases;
        this.decisions = decisions;
    }

    Found of(List<Running> run, Set<Integer> contents) {
        List<Stand> stands = bases.under(contents);
        Set<Integer> wanted = new HashSet<>(contents);
        stands.forEach(stand -> {
            if (stand.base().contentId() != null && !stand.base().newer().isEmpty()) {
                wanted.add(stand.base().contentId());
                stand.base().newer().forEach(newer -> wanted.add(newer.contentId()));
            }
        });
        Map<Integer, Body> bodies = bases.bodies(wanted);
        Map<Integer, List<String>> layers = new HashMap<>();
        bodies.forEach((content, body) -> layers.put(content, body.layers()));
        Map<Integer, Set<Integer>> byPackage = running.fixable(wanted);
        List<Upgrade> known = upgrades.of(byPackage.keySet());
        Set<Integer> arriving = stands.stream()
                .flatMap(stand -> stand.base().newer().stream())
                .map(Newer::contentId)
                .filter(bodies::containsKey)
                .collect(Collectors.toSet());
        Map<Integer, InstalledPackage> installed = upgrades.installed(arriving.stream()
                .flatMap(content -> Objects.requireNonNull(bodies.get(content)).packageIds().stream())
                .collect(Collectors.toSet()));
        ProposedDecisions.Answer decided = decisions.of(
                run.stream().map(Running::workload).collect(Collectors.toSet()),
                proposed(known, arriving, bodies, installed));
        Where where = new Where(run, stands);
        List<Fix> fixes = new ArrayList<>();
        known.forEach(upgrade -> fixes.add(ofPackage(upgrade, where, byPackage, contents, decided)));
        fixes.addAll(ofBases(stands, where, bodies, installed, decided));
        fixes.removeIf(fix -> fix.touches().isEmpty() || fix.gone().isEmpty() && !mayHelpLater(fix));
        fixes.sort(Comparator.comparingDouble(Fix::promise).reversed().thenComparing(Fix::label));
        return new Found(fixes, stands, layers);
    }

    /** Whether it has something to mend once a newer base image brought it. */
    private static boolean mayHelpLater(Fix fix) {
        return fix instanceof PackageFix one
                && one.here().size() < one.upgrade().packages().size();
    }

    /** Which workloads run what. */
    private static final class Where {

        private final List<Running> run;
        private final Map<Integer, Set<Integer>> onCandidate = new HashMap<>();

        Where(List<Running> run, List<Stand> stands) {
            this.run = run;
            stands.forEach(stand -> stand.base()
                    .newer()
                    .forEach(newer -> onCandidate
                            .computeIfAbsent(newer.contentId(), key -> new HashSet<>())
                            .add(stand.contentId())));
        }

        /** The images with one of these contents, by workload. */
        Map<UUID, Set<String>> images(Collection<Integer> contents) {
            Map<UUID, Set<String>> images = new TreeMap<>();
            for (Running one : run) {
                if (one.content() != null && contents.contains(one.content())) {
                    images.computeIfAbsent(one.workload(), key -> new HashSet<>())
                            .add(one.name());
                }
            }
            return images;
        }

        /** Contents, and those that could be built on one of them. */
        Set<Integer> withBuiltOn(Set<Integer> contents) {
            return Stream.concat(
                            contents.stream(),
                            contents.stream().flatMap(one -> onCandidate.getOrDefault(one, Set.of()).stream()))
                    .collect(Collectors.toSet());
        }
    }

    private static PackageFix ofPackage(
            Upgrade upgrade,
            Where where,
            Map<Integer, Set<Integer>> byPackage,
            Set<Integer> run,
            ProposedDecisions.Answer decided) {
        Set<Integer> all = new HashSet<>();
        Set<Integer> here = new HashSet<>();
        upgrade.packages().keySet().forEach(id -> {
            Set<Integer> contents = byPackage.getOrDefault(id, Set.of());
            all.addAll(contents);
            if (contents.stream().anyMatch(run::contains)) {
                here.add(id);
            }
        });
        Set<Integer> now = all.stream().filter(run::contains).collect(Collectors.toSet());
        return new PackageFix(upgrade, here, where.images(now), where.images(where.withBuiltOn(all)), now, decided);
    }

    private static List<BaseFix> ofBases(
            List<Stand> stands,
            Where where,
            Map<Integer, Body> bodies,
            Map<Integer, InstalledPackage> installed,
            ProposedDecisions.Answer decided) {
        Map<Integer, BaseImage> byContent = new TreeMap<>();
        // An image that is itself the newer one stands on the same base, and is not to be built on itself.
        Map<Integer, Map<Newer, Map<Integer, Body>>> above = new HashMap<>();
        for (Stand stand : stands) {
            Integer base = stand.base().contentId();
            Body body = bodies.get(stand.contentId());
            if (base != null && bodies.containsKey(base) && body != null) {
                byContent.putIfAbsent(base, stand.base());
                stand.base()
                        .newer()
                        .forEach(newer -> above.computeIfAbsent(base, key -> new LinkedHashMap<>())
                                .computeIfAbsent(newer, key -> new HashMap<>())
                                .put(stand.contentId(), body));
            }
        }
        List<BaseFix> fixes = new ArrayList<>();
        byContent.forEach((content, base) -> above.getOrDefault(content, Map.of())
                .forEach((newer, on) -> {
                    Body fresh = bodies.get(newer.contentId());
                    if (fresh != null) {
                        fixes.add(new BaseFix(
                                base,
                                newer,
                                Objects.requireNonNull(bodies.get(content)),
                                fresh,
                                fresh.packageIds().stream()
                                        .map(id -> Objects.requireNonNull(installed.get(id)))
                                        .toList(),
                                where.images(on.keySet()),
                                on,
                                decided));
                    }
                }));
        return fixes;
    }

    /** Every package that a fix would bring, with what would be found in it. */
    private static List<Proposed> proposed(
            List<Upgrade> known,
            Set<Integer> arriving,
            Map<Integer, Body> bodies,
            Map<Integer, InstalledPackage> installed) {
        Map<InstalledPackage, Set<String>> found = new HashMap<>();
        known.forEach(upgrade -> upgrade.packages()
                .values()
                .forEach(one -> found.computeIfAbsent(one.then(), key -> new HashSet<>())
                        .addAll(Fix.ids(one.after().toOptional().orElse(List.of())))));
        for (int content : arriving) {
            Body body = Objects.requireNonNull(bodies.get(content));
            List<ImageScan.InstalledPackage> read =
                    body.details().scan().toOptional().map(ImageScan::packages).orElse(List.of());
            for (int i = 0; i < read.size(); i++) {
                InstalledPackage whole = installed.get(body.packageIds().get(i));
                if (whole != null) {
                    found.computeIfAbsent(whole, key -> new HashSet<>())
                            .addAll(Fix.ids(read.get(i).knownVulnerabilities()));
                }
            }
        }
        return found.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new Proposed(entry.getKey(), entry.getValue()))
                .toList();
    }
}
