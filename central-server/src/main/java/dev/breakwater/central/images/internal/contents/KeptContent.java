package dev.breakwater.central.images.internal.contents;

import dev.breakwater.engine.assembly.ScannedImage;
import dev.breakwater.engine.image.InstalledPackage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A content in memory, of which one serves all workloads that run it. Of its packages it has the numbers alone, eight bytes for
 * each, so that those of a whole fleet fit: what they are called is kept once, in {@link PackageNames}.
 */
final class KeptContent {

    /** Where in the image a package is told of. */
    record Place(String path, String layer) {}

    /** So many packages' numbers take the memory of one whole package. */
    private static final int NUMBERS_FOR_ONE = 20;

    private final int id;
    private final ScannedImage image;
    private final Instant firstScannedAt;
    private final String fingerprint;
    private final int[] packageIds;
    private final int[] placeOfPackage;
    private final List<Place> places;

    /**
     * A content.
     *
     * @param image without its packages
     * @param packages of the image
     * @param packageIds the rows of {@code packages}, in the order of the image's packages
     * @param fingerprint of all that is in it
     */
    KeptContent(
            int id,
            ScannedImage image,
            Instant firstScannedAt,
            List<InstalledPackage> packages,
            List<Integer> packageIds,
            String fingerprint) {
        this.id = id;
        this.image = image;
        this.firstScannedAt = firstScannedAt;
        this.fingerprint = fingerprint;
        this.packageIds = packageIds.stream().mapToInt(Integer::intValue).toArray();
        this.placeOfPackage = new int[packages.size()];
        Map<Place, Integer> numbers = new HashMap<>();
        List<Place> found = new ArrayList<>();
        for (int i = 0; i < placeOfPackage.length; i++) {
            Place place = new Place(packages.get(i).path(), packages.get(i).layer());
            placeOfPackage[i] = numbers.computeIfAbsent(place, key -> {
                found.add(key);
                return found.size() - 1;
            });
        }
        this.places = List.copyOf(found);
    }

    int id() {
        return id;
    }

    ScannedImage image() {
        return image;
    }

    Instant firstScannedAt() {
        return firstScannedAt;
    }

    String fingerprint() {
        return fingerprint;
    }

    int packageCount() {
        return packageIds.length;
    }

    int packageId(int index) {
        return packageIds[index];
    }

    Place placeOfPackage(int index) {
        return places.get(placeOfPackage[index]);
    }

    List<Integer> packageIds() {
        return Arrays.stream(packageIds).boxed().toList();
    }

    void addPackageIdsTo(Collection<Integer> ids) {
        for (int packageId : packageIds) {
            ids.add(packageId);
        }
    }

    /** How much of the memory it takes, in whole packages. */
    int weight() {
        return 10
                + packageIds.length / NUMBERS_FOR_ONE
                + places.size()
                + image.contents().secrets().size()
                + image.contents().files().size()
                + image.contents().layers().size();
    }
}
