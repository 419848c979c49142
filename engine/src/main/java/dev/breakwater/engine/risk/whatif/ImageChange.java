package dev.breakwater.engine.risk.whatif;

import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.ImageScan.InstalledPackage;
import dev.breakwater.engine.model.Observed;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A change to what is in the workload's images. What is not known of an image stays unknown. */
public sealed interface ImageChange extends FactChange {

    /** Mends one vulnerability in every image. */
    record FixVulnerability(String vulnerability) implements ImageChange {

        @Override
        public String type() {
            return "fix-vulnerability";
        }

        @Override
        public List<String> arguments() {
            return List.of(vulnerability);
        }

        @Override
        public String label() {
            return "Mend " + vulnerability;
        }

        @Override
        public Facts apply(Facts facts, Instant asOf) {
            return packages(
                    facts,
                    name -> true,
                    packages -> packages.stream()
                            .map(p -> p.with(p.vulnerabilities()
                                    .map(all -> all.stream()
                                            .filter(v -> !v.id().equals(vulnerability))
                                            .toList())))
                            .toList());
        }
    }

    /** Takes a package out of every image. */
    record RemovePackage(String name) implements ImageChange {

        @Override
        public String type() {
            return "remove-package";
        }

        @Override
        public List<String> arguments() {
            return List.of(name);
        }

        @Override
        public String label() {
            return "Build without " + name;
        }

        @Override
        public Facts apply(Facts facts, Instant asOf) {
            return packages(
                    facts,
                    image -> true,
                    packages -> packages.stream()
                            .filter(p -> !p.name().toLowerCase(Locale.ROOT).equals(name))
                            .toList());
        }
    }

    /**
     * Builds a container's image on a minimal base: of its packages the nine with the most vulnerabilities stay, so that the
     * answer does not promise too much.
     */
    record SlimImage(String container) implements ImageChange {

        private static final int FEW = 9;

        @Override
        public String type() {
            return "slim-image";
        }

        @Override
        public List<String> arguments() {
            return List.of(container);
        }

        @Override
        public String label() {
            return "Build the image of " + container + " with fewer than " + (FEW + 1) + " packages";
        }

        @Override
        public Facts apply(Facts facts, Instant asOf) {
            return packages(
                    facts,
                    image -> isImageOf(facts, container, image),
                    packages -> packages.stream()
                            .sorted(Comparator.<InstalledPackage>comparingInt(
                                            p -> p.knownVulnerabilities().size())
                                    .reversed())
                            .limit(FEW)
                            .toList());
        }
    }

    /** Builds a container's image anew from the same parts. */
    record RebuildImage(String container) implements ImageChange {

        @Override
        public String type() {
            return "rebuild-image";
        }

        @Override
        public List<String> arguments() {
            return List.of(container);
        }

        @Override
        public String label() {
            return "Rebuild the image of " + container;
        }

        @Override
        public Facts apply(Facts facts, Instant asOf) {
            return images(
                    facts,
                    image -> isImageOf(facts, container, image),
                    d -> d.builtAt(d.createdAt().map(old -> asOf)));
        }
    }

    private static Facts packages(Facts facts, Predicate<String> which, UnaryOperator<List<InstalledPackage>> change) {
        return images(facts, which, d -> {
            Observed<ImageScan> scan = d.scan().map(s -> s.withPackages(change.apply(s.packages())));
            return d.withScan(scan);
        });
    }

    private static Facts images(Facts facts, Predicate<String> which, UnaryOperator<ImageDetails> change) {
        Map<String, ImageDetails> images = new HashMap<>(facts.surroundings().images());
        images.replaceAll((name, details) -> which.test(name) ? change.apply(details) : details);
        return facts.withSurroundings(s -> {
            s.images = images;
            return s;
        });
    }

    /** Whether a known image is the container's: by its declared name, or as a digest running under that name. */
    private static boolean isImageOf(Facts facts, String container, String image) {
        ImageName known = ImageName.parse(image);
        return facts.spec().template().containers().stream()
                .filter(c -> c.name().equals(container))
                .map(Container::image)
                .anyMatch(declared -> declared.canonical().equals(image)
                        || declared.registry().equals(known.registry())
                                && declared.repository().equals(known.repository())
                                && known.isPinned()
                                && (known.tag().isEmpty() || known.tag().equals(declared.tag())));
    }
}
