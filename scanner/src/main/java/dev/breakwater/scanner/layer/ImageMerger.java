package dev.breakwater.scanner.layer;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.LayerContents;
import dev.breakwater.scanner.LayerContents.LayerFile;
import dev.breakwater.scanner.Purls;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts layers together as a runtime would (OCI image specification, layer.md): what a later layer writes over, removes or hides
 * is not there. Secrets are the exception: whoever pulls the image has all layers.
 */
public final class ImageMerger {

    /** What all layers together hold. */
    public record Merged(
            @Nullable OperatingSystem os,
            List<InstalledPackage> packages,
            List<FoundSecret> secrets,
            List<FoundFile> files,
            List<Unread> unread) {}

    private record Placed(int layer, LayerFile file, boolean alive) {}

    /** What makes two rows of a package database the same package. */
    private record Same(PackageType type, String name, String version, String arch) {
        static Same of(InstalledPackage one) {
            return new Same(one.type(), one.name(), one.version(), one.arch());
        }
    }

    private final List<LayerContents> layers;
    private final LayerStack stack;
    private final List<Map<String, LayerFile>> byPath = new ArrayList<>();
    private final Map<LayerFile, Set<Same>> rows = new HashMap<>();

    private ImageMerger(List<LayerContents> layers) {
        this.layers = layers;
        this.stack = new LayerStack(layers);
        for (LayerContents layer : layers) {
            Map<String, LayerFile> files = new HashMap<>();
            layer.files().forEach(file -> files.put(stack.canonical(file.path()), file));
            byPath.add(files);
        }
    }

    /** Bottom first. */
    public static Merged merge(List<LayerContents> layers) {
        return new ImageMerger(layers).merged();
    }

    private Merged merged() {
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            for (LayerFile file : layers.get(i).files()) {
                placed.add(new Placed(i, file, alive(file, i)));
            }
        }
        List<Placed> alive = placed.stream().filter(Placed::alive).toList();
        OperatingSystem os = os(alive);
        return new Merged(os, packages(alive, os), secrets(placed), files(alive), unread());
    }

    private boolean alive(LayerFile file, int layer) {
        return stack.isThere(file.path(), layer)
                || file.alsoAt().stream().anyMatch(other -> stack.isThere(other, layer));
    }

    private static @Nullable OperatingSystem os(List<Placed> alive) {
        return alive.stream()
                .filter(each -> each.file().os() != null)
                .min(Comparator.<Placed>comparingInt(each -> rank(each.file().path()))
                        .thenComparingInt(each -> -each.layer()))
                .map(each -> each.file().os())
                .orElse(null);
    }

    /** os-release(5): the one in {@code etc} before the one in {@code usr/lib}; before both were, others told. */
    private static int rank(String path) {
        return switch (path) {
            case "etc/os-release" -> 0;
            case "usr/lib/os-release" -> 1;
            default -> 2;
        };
    }

    private List<InstalledPackage> packages(List<Placed> alive, @Nullable OperatingSystem os) {
        List<InstalledPackage> packages = new ArrayList<>();
        Set<Same> ofSystem = new HashSet<>();
        for (Placed each : alive) {
            for (InstalledPackage one : each.file().packages()) {
                if (!one.type().isOfDistribution()) {
                    packages.add(one.in(layers.get(since(each, one)).diffId()));
                } else if (ofSystem.add(Same.of(one))) {
                    packages.add(
                            withPurl(one, os).in(layers.get(since(each, one)).diffId()));
                }
            }
        }
        return packages;
    }

    /** Only the distribution completes the package URLs of its packages. */
    private static InstalledPackage withPurl(InstalledPackage one, @Nullable OperatingSystem os) {
        String purl = Purls.ofDistribution(
                one.type(), os, one.name(), one.version(), one.arch(), one.sourcePackage(), one.sourceVersion());
        return new InstalledPackage(
                one.name(),
                one.version(),
                one.arch(),
                one.type(),
                purl,
                one.sourcePackage(),
                one.sourceVersion(),
                one.path(),
                one.layer());
    }

    /** The first layer of which all later ones that write the file again still have the package in it. */
    private int since(Placed place, InstalledPackage one) {
        String path = stack.canonical(place.file().path());
        int since = place.layer();
        for (int j = place.layer() - 1; j >= 0 && !stack.removesBelow(j + 1, path); j--) {
            LayerFile earlier = byPath.get(j).get(path);
            if (earlier != null && !rows(earlier).contains(Same.of(one))) {
                break;
            }
            if (earlier != null) {
                since = j;
            }
            if (earlier == null && stack.touches(j, path)) {
                break;
            }
        }
        return since;
    }

    private Set<Same> rows(LayerFile file) {
        return rows.computeIfAbsent(file, any -> {
            Set<Same> same = new HashSet<>();
            any.packages().forEach(each -> same.add(Same.of(each)));
            return same;
        });
    }

    private List<FoundSecret> secrets(List<Placed> placed) {
        record Key(String rule, String path, int line, String redacted) {}
        Map<Key, FoundSecret> kept = new LinkedHashMap<>();
        for (Placed each : placed) {
            for (FoundSecret secret : each.file().secrets()) {
                FoundSecret told = new FoundSecret(
                        secret.rule(),
                        secret.title(),
                        secret.path(),
                        secret.line(),
                        layers.get(each.layer()).diffId(),
                        secret.redacted(),
                        !each.alive());
                kept.merge(
                        new Key(secret.rule(), secret.path(), secret.line(), secret.redacted()),
                        told,
                        (before, now) -> now.deleted() ? before : stillThere(before));
            }
        }
        return List.copyOf(kept.values());
    }

    private static FoundSecret stillThere(FoundSecret one) {
        return new FoundSecret(one.rule(), one.title(), one.path(), one.line(), one.layer(), one.redacted(), false);
    }

    private List<FoundFile> files(List<Placed> alive) {
        return alive.stream()
                .flatMap(each -> each.file().found().stream()
                        .map(found -> new FoundFile(
                                found.kind(),
                                found.path(),
                                found.mode(),
                                found.owner(),
                                layers.get(each.layer()).diffId())))
                .toList();
    }

    /** What could not be read matters as long as it is there. */
    private List<Unread> unread() {
        List<Unread> unread = new ArrayList<>();
        for (int i = 0; i < layers.size(); i++) {
            String diffId = layers.get(i).diffId();
            int layer = i;
            layers.get(i).unread().stream()
                    .filter(each -> each.where().isEmpty() || stack.isThere(each.where(), layer))
                    .map(each -> new Unread(
                            Optional.of(each.where())
                                    .filter(where -> !where.isEmpty())
                                    .orElse("layer " + diffId),
                            each.reason()))
                    .forEach(unread::add);
        }
        return unread;
    }
}
