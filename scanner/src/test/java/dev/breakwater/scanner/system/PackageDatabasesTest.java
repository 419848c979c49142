package dev.breakwater.scanner.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.scanner.read.EntryFacts;
import dev.breakwater.scanner.read.PackageReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Databases of real systems give the packages that their own tools list. Needs {@code BREAKWATER_CORPUS}. */
class PackageDatabasesTest {

    static Stream<String> cases() throws IOException {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        if (corpus == null || !Files.isDirectory(Path.of(corpus, "pkgdb"))) {
            return Stream.of("");
        }
        Path root = Path.of(corpus, "pkgdb");
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.endsWith("expected.tsv"))
                    .map(file -> root.relativize(file.getParent()).toString())
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void listsWhatThePackageManagerLists(String name) throws IOException {
        Assumptions.assumeFalse(name.isEmpty(), "BREAKWATER_CORPUS names no folder with pkgdb");
        Path folder = Path.of(System.getenv("BREAKWATER_CORPUS"), "pkgdb", name);
        List<String> lines = Files.readAllLines(folder.resolve("expected.tsv"));
        List<String> columns = List.of(lines.getFirst().split("\t"));
        TreeSet<String> expected = new TreeSet<>();
        lines.stream().skip(1).map(line -> line.split("\t", -1)).forEach(row -> expected.add(row(columns, row)));
        TreeSet<String> found = new TreeSet<>();
        packages(folder)
                .forEach(one -> found.add(String.join(
                        " ", one.name(), one.version(), one.arch(), one.sourcePackage(), one.sourceVersion())));
        assertThat(found).isEqualTo(expected);
    }

    private static String row(List<String> columns, String[] row) {
        java.util.function.Function<String, String> get =
                name -> columns.contains(name) ? row[columns.indexOf(name)] : "";
        if (columns.contains("sourcerpm")) {
            String epoch = get.apply("epoch");
            String[] source = get.apply("sourcerpm").replace(".src.rpm", "").split("-(?=[^-]*-[^-]*$)", 2);
            return String.join(
                    " ",
                    get.apply("name"),
                    (epoch.isEmpty() || epoch.equals("0") ? "" : epoch + ":") + get.apply("version") + "-"
                            + get.apply("release"),
                    get.apply("arch"),
                    source[0],
                    (epoch.isEmpty() || epoch.equals("0") ? "" : epoch + ":") + source[1]);
        }
        String source = columns.contains("origin") ? get.apply("origin") : get.apply("source");
        String sourceVersion = columns.contains("origin") ? get.apply("version") : get.apply("source_version");
        return String.join(" ", get.apply("package"), get.apply("version"), get.apply("arch"), source, sourceVersion);
    }

    private static List<InstalledPackage> packages(Path folder) throws IOException {
        Path file;
        try (Stream<Path> files = Files.list(folder)) {
            file = files.filter(each -> !each.getFileName().toString().startsWith("expected"))
                    .findFirst()
                    .orElseThrow();
        }
        String name = file.getFileName().toString().replace(".gz", "");
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
        }
        String path = switch (name) {
            case "status" -> "var/lib/dpkg/status";
            case "installed" -> "lib/apk/db/installed";
            default -> "var/lib/rpm/" + name;
        };
        EntryFacts facts = EntryFacts.of(path, bytes.length, 0644);
        PackageReader reader = SystemReaders.all().stream()
                .filter(one -> one.wants(facts))
                .findFirst()
                .orElseThrow();
        return reader.read(new FileContent(facts, bytes));
    }
}
