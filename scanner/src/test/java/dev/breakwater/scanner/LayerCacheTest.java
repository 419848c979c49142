package dev.breakwater.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.image.ImageContents;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerCacheTest {

    @TempDir
    private Path folder;

    private static ImageMaker image() {
        return new ImageMaker()
                .with(ImageMaker.layer()
                        .file("etc/os-release", "ID=alpine\nVERSION_ID=3.19.1\n")
                        .file("lib/apk/db/installed", "P:musl\nV:1.2.4-r0\nA:x86_64\no:musl\n")
                        .file("root/.netrc", "machine a login b password hJ7kq9Lz3\n")
                        .file("usr/bin/su", new byte[2], 04755)
                        .link("bin", "usr/bin"))
                .with(ImageMaker.layer().file("opt/.wh..wh..opq", "").file("root/.wh..netrc", ""));
    }

    @Test
    void readsEachLayerOnceAndGivesTheSameContents() throws Exception {
        image().layout(folder.resolve("layout"));
        ImageRequest request = ImageRequest.of(new ImageSource.Layout(folder.resolve("layout"), ""));
        for (LayerCache cache :
                List.of(new MemoryLayerCache(1 << 20), new FileLayerCache(folder.resolve("cache"), 1 << 20))) {
            List<String> put = new ArrayList<>();
            LayerCache watched = new LayerCache() {
                @Override
                public Optional<LayerContents> get(String diffId, String revision) {
                    return cache.get(diffId, revision);
                }

                @Override
                public void put(LayerContents contents, String revision) {
                    put.add(contents.diffId());
                    cache.put(contents, revision);
                }
            };
            ImageScanner scanner = new ImageScanner(watched, ScanLimits.DEFAULT);
            ImageContents first = scanner.scan(request, ScanProgress.NONE);
            ImageContents second = scanner.scan(request, ScanProgress.NONE);
            assertThat(put).isEqualTo(image().diffIds());
            assertThat(second).isEqualTo(first);
            assertThat(first.secrets())
                    .singleElement()
                    .satisfies(secret -> assertThat(secret.deleted()).isTrue());
        }
    }

    @Test
    void keepsNoMoreThanItMayAndSurvivesWhatOthersPutThere() throws Exception {
        image().layout(folder.resolve("layout"));
        ImageRequest request = ImageRequest.of(new ImageSource.Layout(folder.resolve("layout"), ""));
        Path kept = folder.resolve("cache");
        ImageScanner scanner = new ImageScanner(new FileLayerCache(kept, 1), ScanLimits.DEFAULT);
        ImageContents first = scanner.scan(request, ScanProgress.NONE);
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files).isEmpty();
        }
        ImageScanner roomy = new ImageScanner(new FileLayerCache(kept, 1 << 20), ScanLimits.DEFAULT);
        roomy.scan(request, ScanProgress.NONE);
        try (Stream<Path> files = Files.list(kept)) {
            for (Path file : files.toList()) {
                Files.writeString(file, "not a layer");
            }
        }
        assertThat(roomy.scan(request, ScanProgress.NONE)).isEqualTo(first);
    }
}
