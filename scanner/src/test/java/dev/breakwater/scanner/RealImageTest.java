package dev.breakwater.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.PackageType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A real Debian with real packages, made by {@code deploy/test-images/make}; what it holds was written down by their own tools. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealImageTest {

    private Path image = Path.of("");
    private ImageContents contents;

    @BeforeAll
    void scan() throws Exception {
        image = newest(cache());
        assumeThat(image)
                .as("a real image in " + cache() + ", made by deploy/test-images/make")
                .isNotNull();
        contents = new ImageScanner(LayerCache.NONE, ScanLimits.DEFAULT)
                .scan(ImageRequest.of(new ImageSource.Layout(image.resolve("layout"), "real")), ScanProgress.NONE);
    }

    private static Path cache() {
        String named = System.getenv("BREAKWATER_TEST_IMAGES");
        return named == null
                ? Path.of(System.getProperty("user.home"), ".cache/breakwater/test-images")
                : Path.of(named);
    }

    private static Path newest(Path cache) throws IOException {
        if (!Files.isDirectory(cache)) {
            return null;
        }
        try (Stream<Path> folders = Files.list(cache)) {
            return folders.filter(one -> Files.exists(one.resolve("complete")))
                    .max((one, other) -> Long.compare(
                            one.resolve("complete").toFile().lastModified(),
                            other.resolve("complete").toFile().lastModified()))
                    .orElse(null);
        }
    }

    @Test
    void findsThePackagesThatDpkgLists() throws Exception {
        assertThat(of(PackageType.DEB)
                        .map(one -> String.join(
                                "\t", one.name(), one.version(), one.arch(), source(one), sourceVersion(one)))
                        .sorted())
                .containsExactlyElementsOf(Files.readAllLines(image.resolve("dpkg.tsv")).stream()
                        .sorted()
                        .toList());
        assertThat(contents.os().label()).isEqualTo("debian:12");
        assertThat(of(PackageType.DEB)).allSatisfy(one -> {
            assertThat(one.purl()).startsWith("pkg:deb/debian/").contains("distro=debian-12");
            assertThat(one.layer()).isEqualTo(contents.layers().getFirst().diffId());
        });
    }

    @Test
    void findsThePackagesOfEachLanguage() throws Exception {
        assertThat(found(PackageType.MAVEN)).containsAll(lines("java.txt"));
        assertThat(found(PackageType.PYPI)).containsExactlyInAnyOrderElementsOf(lines("python.txt"));
        assertThat(found(PackageType.NPM)).containsExactlyInAnyOrderElementsOf(lines("npm.txt"));
        assertThat(of(PackageType.MAVEN)).allSatisfy(one -> {
            assertThat(one.path()).startsWith("app/shop.jar!/BOOT-INF/lib/");
            assertThat(one.layer()).isEqualTo(contents.layers().getLast().diffId());
            assertThat(one.purl()).isNotEmpty();
        });
    }

    @Test
    void readsAllOfIt() {
        assertThat(contents.incomplete()).isEmpty();
        assertThat(contents.config().user()).isEqualTo("1000");
        assertThat(contents.layers()).extracting(layer -> layer.instruction()).contains("the layer base");
    }

    private Stream<InstalledPackage> of(PackageType type) {
        return contents.packages().stream().filter(one -> one.type() == type);
    }

    private List<String> found(PackageType type) {
        return of(type).map(one -> (one.name() + " " + one.version()).toLowerCase(Locale.ROOT))
                .toList();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(image.resolve(file)).stream()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .toList();
    }

    private static String source(InstalledPackage one) {
        return one.sourcePackage().isEmpty() ? one.name() : one.sourcePackage();
    }

    private static String sourceVersion(InstalledPackage one) {
        return one.sourceVersion().isEmpty() ? one.version() : one.sourceVersion();
    }
}
