package dev.breakwater.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.scanner.ImageMaker.Packing;
import dev.breakwater.scanner.ScanFailed.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Layers that are broken or made to harm end in a stated reason: never in a crash, never for long. */
class HostileLayersTest {

    private static final int ROUNDS = 1000;

    @TempDir
    private Path folder;

    private ImageContents scan(ImageMaker image, ScanLimits limits) throws ScanFailed {
        Path layout = folder.resolve("layout");
        image.layout(layout);
        return new ImageScanner(LayerCache.NONE, limits)
                .scan(ImageRequest.of(new ImageSource.Layout(layout, "")), ScanProgress.NONE);
    }

    private void fails(Reason reason, ImageMaker image, ScanLimits limits) {
        assertThatThrownBy(() -> scan(image, limits))
                .isInstanceOfSatisfying(
                        ScanFailed.class,
                        e -> assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason));
    }

    private static ScanLimits limits(long bytes, int entries, Duration time) {
        ScanLimits usual = ScanLimits.DEFAULT;
        return new ScanLimits(
                usual.layers(), bytes, bytes, entries, usual.depth(), usual.expansion(), usual.entryBytes(), time);
    }

    private static byte[] ordinary() {
        return ImageMaker.layer()
                .folder("etc", 0755)
                .file("etc/os-release", "ID=debian\nVERSION_ID=\"12\"\n")
                .file(
                        "var/lib/dpkg/status",
                        "Package: bash\nStatus: install ok installed\nVersion: 5.2\nArchitecture: amd64\n\n".repeat(30))
                .file("x".repeat(90) + "/" + "y".repeat(120) + "/package.json", "{\"name\":\"a\",\"version\":\"1\"}")
                .link("bin/sh", "dash")
                .hardLink("bin/bash", "bin/dash")
                .file("usr/bin/su", new byte[5000], 04755)
                .bytes();
    }

    @Test
    void aThousandMutatedLayersEndWithContentsOrAReason() {
        Random random = new Random(5);
        Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
        int[] read = new int[1];
        Assertions.assertTimeoutPreemptively(Duration.ofMinutes(4), () -> {
            for (int i = 0; i < ROUNDS; i++) {
                Packing packing = Packing.values()[i % 3];
                boolean packed = random.nextBoolean();
                byte[] tar = packed ? ordinary() : mutated(ordinary(), random);
                byte[] blob = ImageMaker.pack(tar, packing);
                try {
                    scan(new ImageMaker().with(tar, packed ? mutated(blob, random) : blob), ScanLimits.DEFAULT);
                    read[0]++;
                } catch (ScanFailed e) {
                    assertThat(e.getMessage()).isNotBlank();
                    reasons.merge(e.reason(), 1, Integer::sum);
                }
            }
        });
        assertThat(read[0]).isPositive();
        assertThat(reasons).containsKey(Reason.DAMAGED);
    }

    private static byte[] mutated(byte[] good, Random random) {
        byte[] bad = random.nextInt(4) == 0 ? Arrays.copyOf(good, random.nextInt(good.length)) : good.clone();
        for (int i = 0; i < 1 + random.nextInt(8) && bad.length > 0; i++) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        return bad;
    }

    @Test
    void aBombIsNotUnpacked() throws Exception {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            for (int i = 0; i < 200; i++) {
                gzip.write(zeros);
            }
        }
        fails(Reason.HOSTILE, new ImageMaker().with(ordinary(), bomb.toByteArray()), ScanLimits.DEFAULT);
        fails(
                Reason.TOO_LARGE,
                new ImageMaker().with(ImageMaker.layer().file("a", "a".repeat(200_000))),
                limits(100_000, 100, Duration.ofMinutes(1)));
    }

    @Test
    void manyEntriesAndLittleTimeEndAScan() {
        ImageMaker.Layer many = ImageMaker.layer();
        for (int i = 0; i < 300; i++) {
            many.file("f" + i, "");
        }
        ImageMaker image = new ImageMaker().with(many);
        fails(Reason.TOO_LARGE, image, limits(1 << 30, 100, Duration.ofMinutes(1)));
        fails(Reason.TIMED_OUT, image, limits(1 << 30, 1000, Duration.ZERO));
    }

    @Test
    void whoeverAskedCanTakeItBack() {
        ImageMaker image = new ImageMaker().with(ordinary(), ImageMaker.pack(ordinary(), Packing.GZIP));
        Thread.currentThread().interrupt();
        fails(Reason.CANCELLED, image, ScanLimits.DEFAULT);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void pathsThatLeadOutAndLinksToElsewhereAreTold() throws Exception {
        ImageContents contents = scan(
                new ImageMaker()
                        .with(ImageMaker.layer()
                                .file("../../etc/passwd", "root")
                                .file("a/../../b/package.json", "{\"name\":\"b\",\"version\":\"1\"}")
                                .file("d/".repeat(100) + "package.json", "{\"name\":\"d\",\"version\":\"1\"}")
                                .link("var/lib/dpkg", "/opt/hidden")
                                .link("lib", "usr/lib")
                                .file("opt/hidden/status", "Package: evil\nStatus: install ok installed\nVersion: 1\n")
                                .hardLink("var/lib/rpm/Packages.db", "opt/db")),
                ScanLimits.DEFAULT);
        assertThat(contents.packages()).isEmpty();
        assertThat(contents.incomplete())
                .extracting(Unread::reason)
                .anySatisfy(reason -> assertThat(reason).contains(".."))
                .anySatisfy(reason -> assertThat(reason).contains("parts"))
                .anySatisfy(reason -> assertThat(reason).contains("opt/hidden"))
                .anySatisfy(reason -> assertThat(reason).contains("hard link"));
    }

    @Test
    void aDatabaseThatCannotBeReadMakesTheImageIncompleteUntilALayerMendsIt() throws Exception {
        ImageMaker.Layer broken = ImageMaker.layer().file("var/lib/rpm/rpmdb.sqlite", "not a database".repeat(100));
        ImageContents contents = scan(new ImageMaker().with(broken), ScanLimits.DEFAULT);
        assertThat(contents.isComplete()).isFalse();
        ImageMaker.Layer again = ImageMaker.layer().file("var/lib/rpm/rpmdb.sqlite", "not a database".repeat(100));
        ImageContents mended = scan(
                new ImageMaker().with(again).with(ImageMaker.layer().file("var/lib/rpm/.wh.rpmdb.sqlite", "")),
                ScanLimits.DEFAULT);
        assertThat(mended.isComplete()).isTrue();
    }

    @Test
    void anEntryThatNamesAnEndlessNameIsRefused() throws Exception {
        byte[] header = new byte[512];
        System.arraycopy("././@LongLink".getBytes(StandardCharsets.US_ASCII), 0, header, 0, 13);
        System.arraycopy("0000644\0".getBytes(StandardCharsets.US_ASCII), 0, header, 100, 8);
        System.arraycopy("17777777777\0".getBytes(StandardCharsets.US_ASCII), 0, header, 124, 12);
        header[156] = 'L';
        int sum = 8 * ' ';
        for (byte each : header) {
            sum += each & 0xff;
        }
        System.arraycopy(String.format("%06o\0 ", sum).getBytes(StandardCharsets.US_ASCII), 0, header, 148, 8);
        fails(Reason.HOSTILE, new ImageMaker().with(header, ImageMaker.pack(header, Packing.GZIP)), ScanLimits.DEFAULT);
    }
}
