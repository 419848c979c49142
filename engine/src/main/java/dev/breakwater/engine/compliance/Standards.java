package dev.breakwater.engine.compliance;

import java.util.List;
import java.util.Optional;

/** The standards that come with the product. */
public final class Standards {

    private static final List<String> FILES = List.of(
            "nist-800-190",
            "nist-800-53",
            "cis-kubernetes-1.11-policies",
            "pod-security-baseline",
            "pod-security-restricted",
            "pci-dss-4.0",
            "hipaa-164");

    private Standards() {}

    /** In the order in which they are shown. */
    public static List<Standard> all() {
        return Holder.ALL;
    }

    /** One by its id. */
    public static Optional<Standard> byId(String id) {
        return all().stream().filter(standard -> standard.id().equals(id)).findFirst();
    }

    private static final class Holder {
        static final List<Standard> ALL = FILES.stream()
                .map(file -> Documents.read("standards/" + file + ".yaml", Standard.class))
                .toList();
    }
}
