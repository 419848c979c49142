package dev.breakwater.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundFile.Kind;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.scanner.ImageMaker.Packing;
import dev.breakwater.scanner.ScanFailed.Reason;
import dev.breakwater.scanner.layer.Digesting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageScannerTest {

    private static final String STATUS = "var/lib/dpkg/status";

    @TempDir
    private Path folder;

    private final ImageScanner scanner = new ImageScanner(LayerCache.NONE, ScanLimits.DEFAULT);

    private static String dpkg(String name, String version) {
        return "Package: " + name + "\nStatus: install ok installed\nVersion: " + version + "\nArchitecture: amd64\n\n";
    }

    private static ImageMaker.Layer base() {
        return ImageMaker.layer()
                .file(
                        "etc/os-release",
                        "ID=debian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\nPRETTY_NAME=\"Debian\"\n")
                .file(STATUS, dpkg("bash", "5.2") + dpkg("tar", "1.34"));
    }

    private ImageContents scan(ImageMaker image) throws ScanFailed {
        Path layout = folder.resolve("layout");
        image.layout(layout);
        return scanner.scan(ImageRequest.of(new ImageSource.Layout(layout, "")), ScanProgress.NONE);
    }

    @ParameterizedTest
    @EnumSource(Packing.class)
    void readsLayersOfEachPacking(Packing packing) throws ScanFailed {
        ImageContents contents = scan(new ImageMaker().with(base(), packing));
        assertThat(contents.os().label()).isEqualTo("debian:12");
        assertThat(contents.packages())
                .extracting(InstalledPackage::purl)
                .containsExactly(
                        "pkg:deb/debian/bash@5.2?arch=amd64&distro=debian-12",
                        "pkg:deb/debian/tar@1.34?arch=amd64&distro=debian-12");
        assertThat(contents.isComplete()).isTrue();
    }

    @Test
    void readsWhatDockerSaves() throws ScanFailed {
        Path file = new ImageMaker().with(base(), Packing.PLAIN).dockerArchive(folder.resolve("image.tar"));
        ImageContents contents = scanner.scan(ImageRequest.of(new ImageSource.Archive(file, "")), ScanProgress.NONE);
        assertThat(contents.reference()).isEqualTo("shop/web:1");
        assertThat(contents.digest()).isEqualTo(contents.configDigest());
        assertThat(contents.packages()).hasSize(2);
    }

    @Test
    void namesTheLayerThatFirstBroughtAPackageAlthoughALaterOneWritesTheDatabaseAgain() throws ScanFailed {
        ImageMaker image = new ImageMaker()
                .with(base())
                .with(ImageMaker.layer().file(STATUS, dpkg("bash", "5.2") + dpkg("tar", "1.35") + dpkg("curl", "8.0")));
        ImageContents contents = scan(image);
        List<String> layers = image.diffIds();
        assertThat(contents.packages())
                .extracting(InstalledPackage::name, InstalledPackage::layer)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("bash", layers.get(0)),
                        org.assertj.core.groups.Tuple.tuple("tar", layers.get(1)),
                        org.assertj.core.groups.Tuple.tuple("curl", layers.get(1)));
        assertThat(contents.layers()).extracting(ImageLayer::instruction).containsExactly("RUN step 1", "RUN step 2");
    }

    @Test
    void keepsWhatStoodBeforeTheDamageOfAFileAndSaysThatItIsDamaged() throws ScanFailed {
        ImageContents contents = scan(new ImageMaker()
                .with(
                        base().file(
                                        "app/composer.lock",
                                        "{\"packages\":[{\"name\":\"a/b\",\"version\":\"1.0\"},{\"name\":"),
                        Packing.GZIP));
        assertThat(contents.packages()).extracting(InstalledPackage::name).contains("a/b");
        assertThat(contents.incomplete())
                .singleElement()
                .satisfies(one -> assertThat(one.where()).isEqualTo("app/composer.lock"));
    }

    @Test
    void honoursWhiteoutsAndOpaqueFolders() throws ScanFailed {
        ImageMaker image = new ImageMaker()
                .with(base().file("usr/bin/curl", new byte[3], 0755).file("opt/bin/nc", new byte[3], 0755))
                .with(ImageMaker.layer()
                        .file("usr/bin/.wh.curl", "")
                        .file("opt/.wh..wh..opq", "")
                        .file("var/lib/.wh.dpkg", ""));
        ImageContents contents = scan(image);
        assertThat(contents.files()).isEmpty();
        assertThat(contents.packages()).isEmpty();
        assertThat(contents.os()).isNotNull();
    }

    @Test
    void findsFilesThatDeserveALook() throws ScanFailed {
        ImageContents contents = scan(new ImageMaker()
                .with(ImageMaker.layer()
                        .file("usr/bin/sudo", new byte[9], 04755)
                        .file("usr/sbin/sshd", new byte[9], 0755)
                        .file("srv/data", new byte[9], 0666)
                        .folder("srv/drop", 0777)
                        .folder("tmp", 01777)
                        .link("bin/sh", "dash")
                        .file("usr/bin/x86_64-linux-gnu-gcc-12", new byte[9], 0755)));
        assertThat(contents.files())
                .extracting(FoundFile::kind, FoundFile::path)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Kind.SETUID, "usr/bin/sudo"),
                        org.assertj.core.groups.Tuple.tuple(Kind.SSH_SERVER, "usr/sbin/sshd"),
                        org.assertj.core.groups.Tuple.tuple(Kind.WORLD_WRITABLE, "srv/data"),
                        org.assertj.core.groups.Tuple.tuple(Kind.WORLD_WRITABLE, "srv/drop"),
                        org.assertj.core.groups.Tuple.tuple(Kind.SHELL, "bin/sh"),
                        org.assertj.core.groups.Tuple.tuple(Kind.COMPILER, "usr/bin/x86_64-linux-gnu-gcc-12"));
    }

    @Test
    void saysThatASecretIsDeletedAndStillThere() throws ScanFailed {
        String key =
                "-----BEGIN PRIVATE KEY-----\n" + "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ".repeat(4) + "\n";
        ImageContents contents = scan(new ImageMaker()
                .with(ImageMaker.layer().file("root/key.pem", key))
                .with(ImageMaker.layer().file("root/.wh.key.pem", "")));
        assertThat(contents.secrets()).singleElement().satisfies(secret -> {
            assertThat(secret.rule()).isEqualTo("private-key");
            assertThat(secret.deleted()).isTrue();
            assertThat(secret.redacted()).doesNotContain("MIIE");
        });
    }

    @Test
    void takesSecretsOutOfTheConfigurationAndTellsOfThem() throws ScanFailed {
        ImageContents contents = scan(new ImageMaker()
                .with(base())
                .config("Env", List.of("PATH=/bin", "DB_PASSWORD=Hunter2Hunter2", "DB_PASSWORD_FILE=/run/db")));
        assertThat(contents.config().env())
                .containsExactly("PATH=/bin", "DB_PASSWORD=Hu… (14 characters)", "DB_PASSWORD_FILE=/run/db");
        assertThat(contents.secrets())
                .singleElement()
                .satisfies(secret -> assertThat(secret.path()).isEqualTo("config:env:DB_PASSWORD"));
    }

    @Test
    void refusesALayerThatIsNotWhatItsConfigurationSays() {
        ImageMaker image = new ImageMaker()
                .with(base().bytes(), ImageMaker.pack(ImageMaker.layer().bytes(), Packing.GZIP));
        assertThatThrownBy(() -> scan(image))
                .isInstanceOfSatisfying(
                        ScanFailed.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
    }

    /** umoci insert writes such layers, and other tools take them: nothing of an entry is missing. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100})
    void readsALayerThatEndsAfterTheContentOfItsLastEntry(int padding) throws ScanFailed {
        String status = dpkg("bash", "5.2");
        byte[] whole = ImageMaker.layer().file(STATUS, status).bytes();
        int end = 512 + status.length() + padding;
        assertThat(end % 512).as("padding is missing").isNotZero();
        byte[] tar = Arrays.copyOf(whole, end);

        ImageContents contents = scan(new ImageMaker().with(tar, ImageMaker.pack(tar, Packing.GZIP)));

        assertThat(contents.packages()).extracting(InstalledPackage::name).containsExactly("bash");
        assertThat(contents.isComplete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -300})
    void refusesALayerThatEndsWithinAnEntryAndNamesIt(int less) {
        String status = dpkg("bash", "5.2").repeat(20);
        byte[] whole = ImageMaker.layer().file(STATUS, status).bytes();
        byte[] tar = Arrays.copyOf(whole, 512 + status.length() + less);
        byte[] blob = ImageMaker.pack(tar, Packing.GZIP);

        assertThatThrownBy(() -> scan(new ImageMaker().with(base()).with(tar, blob)))
                .isInstanceOfSatisfying(ScanFailed.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.DAMAGED);
                    assertThat(e)
                            .hasMessage("layer 2 of 2, " + Digesting.sha256(blob)
                                    + ": the archive is damaged: it ends within an entry");
                });
    }

    @Test
    void refusesABlobThatIsNotWhatItsDigestSays() throws Exception {
        Path layout = folder.resolve("layout");
        new ImageMaker().with(base(), Packing.PLAIN).layout(layout);
        try (var files = Files.list(layout.resolve("blobs/sha256"))) {
            Path largest = files.max(java.util.Comparator.comparingLong(
                            file -> file.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(largest);
            bytes[bytes.length - 1] ^= 1;
            Files.write(largest, bytes);
        }
        assertThatThrownBy(() -> scanner.scan(ImageRequest.of(new ImageSource.Layout(layout, "")), ScanProgress.NONE))
                .isInstanceOfSatisfying(
                        ScanFailed.class, e -> assertThat(e.reason()).isEqualTo(Reason.DAMAGED));
    }
}
