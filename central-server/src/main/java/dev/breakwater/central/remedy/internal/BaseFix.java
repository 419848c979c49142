package dev.breakwater.central.remedy.internal;

import dev.breakwater.central.images.BaseImage;
import dev.breakwater.central.images.BaseImage.Newer;
import dev.breakwater.central.images.BaseImages.Body;
import dev.breakwater.central.remedy.FixPlans.Kind;
import dev.breakwater.central.remedy.FixPlans.Target;
import dev.breakwater.central.vulnerabilities.ProposedDecisions;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.Vulnerability;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A newer image in place of the base of all images that stand on it. Made only while an image stands on the base still: after another replacement below it
 * there is nothing left to replace.
 *
 * @param old what is in the base
 * @param fresh what is in the newer one
 * @param installed the packages of the newer one, in their order
 * @param bodies what is in the images that stand on it, by content
 * @param decided what people decided, as it would hold of the packages of the newer one
 */
record BaseFix(
        BaseImage base,
        Newer newer,
        Body old,
        Body fresh,
        List<InstalledPackage> installed,
        Map<UUID, Set<String>> images,
        Map<Integer, Body> bodies,
        ProposedDecisions.Answer decided)
        implements Fix {

    @Override
    public Kind kind() {
        return Kind.BASE_IMAGE;
    }

    @Override
    public String label() {
        return "Build on " + newer.name() + " in place of " + base.title();
    }

    @Override
    public Target target() {
        ImageName to = ImageName.parse(newer.name());
        String from = base.name().isEmpty()
                ? base.title()
                : ImageName.parse(base.name()).tag();
        String system = fresh.details()
                .scan()
                .toOptional()
                .map(ImageScan::operatingSystem)
                .orElse("");
        return new Target(
                "IMAGE",
                system,
                to.registry() + "/" + to.repository(),
                List.of(from),
                to.tag(),
                base.digest() == null ? "" : base.digest(),
                newer.digest());
    }

    @Override
    public Set<Integer> contents() {
        return bodies.keySet();
    }

    @Override
    public Set<UUID> touches() {
        return images.keySet();
    }

    @Override
    public Trying made(UUID workload, Trying now) {
        Trying then = now;
        for (String name : images.getOrDefault(workload, Set.of())) {
            ImageDetails details = then.images().get(name);
            List<String> layers = then.layers().getOrDefault(name, List.of());
            if (details != null && standsOn(layers) && !replaced(then, name)) {
                then = then.rebased(name, rebased(details, workload, name), moved(layers), baseContent());
            }
        }
        return then;
    }

    private boolean replaced(Trying now, String name) {
        return now.replaced().getOrDefault(name, Set.of()).contains(baseContent());
    }

    private int baseContent() {
        return Objects.requireNonNull(base.contentId());
    }

    private boolean standsOn(List<String> layers) {
        int height = old.layers().size();
        return height > 0 && layers.size() > height && layers.subList(0, height).equals(old.layers());
    }

    private List<String> moved(List<String> layers) {
        List<String> moved = new ArrayList<>(fresh.layers());
        moved.addAll(layers.subList(old.layers().size(), layers.size()));
        return moved;
    }

    private ImageDetails rebased(ImageDetails image, UUID workload, String name) {
        Map<String, Vulnerability> now = packages(image)
                .flatMap(one -> one.knownVulnerabilities().stream())
                .collect(Collectors.toMap(Vulnerability::id, Function.identity(), (a, b) -> a));
        Map<ImageScan.InstalledPackage, InstalledPackage> whole = new IdentityHashMap<>();
        List<ImageScan.InstalledPackage> read = packages(fresh.details()).toList();
        for (int i = 0; i < read.size(); i++) {
            whole.put(read.get(i), installed.get(i));
        }
        return rebase().of(image, one -> {
            InstalledPackage there = whole.get(one);
            return there == null
                    ? one
                    : one.with(one.vulnerabilities()
                            .map(all -> all.stream()
                                    .map(found -> Fix.inPlaceOf(
                                            now.get(found.id()), found, decided.of(workload, name, there, found.id())))
                                    .toList()));
        });
    }

    private Rebase rebase() {
        return new Rebase(new HashSet<>(old.layers()), old.details(), fresh.details());
    }

    private static Stream<ImageScan.InstalledPackage> packages(ImageDetails image) {
        return image.scan().toOptional().stream().flatMap(scan -> scan.packages().stream());
    }

    /** A vulnerability of a package, in whatever version. */
    private record Had(Rebase.Identity identity, String vulnerability) {}

    private static Map<Had, Vulnerability> found(ImageDetails image) {
        Map<Had, Vulnerability> found = new HashMap<>();
        packages(image)
                .forEach(one -> one.knownVulnerabilities()
                        .forEach(has -> found.put(new Had(Rebase.Identity.of(one), has.id()), has)));
        return found;
    }

    @Override
    public Set<String> gone() {
        Set<String> gone = new HashSet<>();
        bodies.values().forEach(body -> {
            Set<Had> after = found(rebase().of(body.details(), one -> one)).keySet();
            found(body.details()).keySet().stream()
                    .filter(had -> !after.contains(had))
                    .forEach(had -> gone.add(had.vulnerability()));
        });
        return gone;
    }

    @Override
    public Set<String> remaining() {
        return packages(fresh.details())
                .flatMap(one -> Fix.ids(one.knownVulnerabilities()).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public double promise() {
        double points = bodies.values().stream()
                .mapToDouble(body -> Fix.points(found(body.details()).values())
                        - Fix.points(
                                found(rebase().of(body.details(), one -> one)).values()))
                .max()
                .orElse(0);
        return points * images.size();
    }
}
