package dev.breakwater.central.remedy.internal;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.ImageDetails.Instruction;
import dev.breakwater.engine.model.ImageScan;
import dev.breakwater.engine.model.ImageScan.InstalledPackage;
import dev.breakwater.engine.model.Observed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is in an image if its own layers are put on another base. What came with the layers of the old base goes, what the new one has comes; what the
 * image's own layers brought stays as it is, also where the new base has it in another version, and what they removed from the old base stays away.
 *
 * @param layers diff ids of the old base
 * @param old what is in the old base
 * @param fresh what is in the new one
 */
record Rebase(Set<String> layers, ImageDetails old, ImageDetails fresh) {

    private static final Set<String> OF_DISTRIBUTIONS =
            Set.of(PackageType.DEB.name(), PackageType.APK.name(), PackageType.RPM.name());

    /** What makes two packages the same one in two versions. */
    record Identity(String type, String name, String path) {

        static Identity of(InstalledPackage one) {
            return new Identity(one.type(), one.name(), OF_DISTRIBUTIONS.contains(one.type()) ? "" : one.path());
        }
    }

    /**
     * The image on the new base.
     *
     * @param arriving what becomes of a package of the new base in this image
     */
    ImageDetails of(ImageDetails image, Function<InstalledPackage, InstalledPackage> arriving) {
        ImageScan before = image.scan().toOptional().orElse(null);
        ImageScan was = old.scan().toOptional().orElse(null);
        ImageScan becomes = fresh.scan().toOptional().orElse(null);
        if (before == null || was == null || becomes == null) {
            return image;
        }
        ImageScan scan = new ImageScan(
                before.scannedAt(),
                becomes.operatingSystem(),
                packages(before.packages(), was.packages(), becomes.packages(), arriving),
                merged(
                        before.secrets(),
                        was.secrets(),
                        becomes.secrets(),
                        FoundSecret::layer,
                        one -> one.rule() + one.path() + ':' + one.line()),
                merged(before.files(), was.files(), becomes.files(), FoundFile::layer, one -> one.kind() + one.path()),
                before.incomplete(),
                before.unsearched(),
                before.goodUntil(),
                "");
        return new ImageDetails(
                image.createdAt(),
                image.user(),
                image.labels(),
                Observed.known(scan),
                history(image),
                image.verifiedBy());
    }

    private List<InstalledPackage> packages(
            List<InstalledPackage> before,
            List<InstalledPackage> was,
            List<InstalledPackage> becomes,
            Function<InstalledPackage, InstalledPackage> arriving) {
        return merged(before, was, becomes.stream().map(arriving).toList(), InstalledPackage::layer, Identity::of);
    }

    private <T> List<T> merged(
            List<T> before, List<T> was, List<T> becomes, Function<T, String> layer, Function<T, Object> identity) {
        List<T> own = before.stream()
                .filter(one -> !layers.contains(layer.apply(one)))
                .toList();
        Set<Object> there = before.stream().map(identity).collect(Collectors.toSet());
        Set<Object> notAgain = was.stream()
                .map(identity)
                .filter(one -> !there.contains(one))
                .collect(Collectors.toCollection(HashSet::new));
        own.stream().map(identity).forEach(notAgain::add);
        return Stream.concat(own.stream(), becomes.stream().filter(one -> !notAgain.contains(identity.apply(one))))
                .toList();
    }

    /** The instructions of the new base in place of those of the old, where the image's begin with these. */
    private Observed<List<Instruction>> history(ImageDetails image) {
        List<Instruction> of = image.history().toOptional().orElse(List.of());
        List<Instruction> was = old.history().toOptional().orElse(List.of());
        List<Instruction> becomes = fresh.history().toOptional().orElse(List.of());
        if (was.isEmpty()
                || becomes.isEmpty()
                || of.size() < was.size()
                || !of.subList(0, was.size()).equals(was)) {
            return image.history();
        }
        List<Instruction> all = new ArrayList<>(becomes);
        all.addAll(of.subList(was.size(), of.size()));
        return Observed.known(List.copyOf(all));
    }
}
