package dev.breakwater.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is shipped as it stands is not compiled, so nothing else would notice a merge that was left half done. */
class ShippedResourcesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern MARKERS = Pattern.compile("(?m)^(<{7} |>{7} |={7}$)");

    @Test
    void noShippedResourceCarriesMarkersOfAMergeConflict() throws IOException {
        List<Path> shipped;
        try (Stream<Path> modules = Files.list(ROOT)) {
            shipped = modules.flatMap(module -> Stream.of(module.resolve("src/main"), module.resolve("templates")))
                    .filter(Files::isDirectory)
                    .flatMap(ShippedResourcesTest::files)
                    .toList();
        }
        assertThat(shipped).hasSizeGreaterThan(1_000);
        assertThat(shipped.stream().filter(ShippedResourcesTest::isMarked)).isEmpty();
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMarked(Path file) {
        try {
            return MARKERS.matcher(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .find();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
