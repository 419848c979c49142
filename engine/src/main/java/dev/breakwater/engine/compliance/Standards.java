package dev.breakwater.engine.compliance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The standards that come with the product. */
public final class Standards {

    private static final List<String> FILES = List.of(
            "nist-800-190",
            "nist-800-53",
            "pod-security-baseline",
            "pod-security-restricted",
            "pci-dss-4.0",
            "hipaa-164");

    /** Standards with checks of machines, several in a file. */
    private static final List<String> BENCHMARKS = List.of("cis-kubernetes", "cis-docker", "cis-linux");

    private Standards() {}

    /** In the order in which they are shown. */
    public static List<Standard> all() {
        return Holder.ALL;
    }

    /** One by its id. */
    public static Optional<Standard> byId(String id) {
        return all().stream().filter(standard -> standard.id().equals(id)).findFirst();
    }

    static List<Benchmark> benchmarks() {
        return Holder.BENCHMARKS_READ;
    }

    private static final class Holder {
        static final List<Benchmark> BENCHMARKS_READ = BENCHMARKS.stream()
                .map(file -> Benchmark.read("benchmarks/" + file + ".yaml"))
                .toList();
        static final List<Standard> ALL = Stream.concat(
                        FILES.stream().map(file -> Documents.read("standards/" + file + ".yaml", Standard.class)),
                        BENCHMARKS_READ.stream().flatMap(benchmark -> benchmark.standards().stream()))
                .toList();
    }
}
