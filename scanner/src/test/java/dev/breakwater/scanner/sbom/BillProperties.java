package dev.breakwater.scanner.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.scanner.Purls;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BillProperties {

    private static final Instant NOW = Instant.parse("2026-11-26T03:04:05Z");

    @Property(tries = 150)
    void whatIsWrittenIsReadBack(@ForAll("contents") ImageContents contents, @ForAll BillFormat format)
            throws Exception {
        byte[] bill = written(contents, format);
        ForeignReport read = Documents.read(bill);

        assertThat(read.source()).isEqualTo("breakwater 1.2.3");
        assertThat(read.createdAt()).isEqualTo(NOW);
        assertThat(read.contents().digest()).isEqualTo(contents.digest());
        assertThat(read.contents().configDigest()).isEqualTo(contents.configDigest());
        assertThat(read.contents().os()).isEqualTo(contents.os());
        assertThat(read.contents().layers()).isEqualTo(contents.layers());
        assertThat(new HashSet<>(read.contents().packages())).isEqualTo(new HashSet<>(contents.packages()));
        assertThat(read.contents().incomplete()).containsAll(contents.incomplete());
        boolean saysAll = !contents.packages().isEmpty()
                && (contents.os() != null || !contents.layers().isEmpty());
        assertThat(read.contents().isComplete()).isEqualTo(contents.isComplete() && saysAll);
        assertThat(read.findings()).isEmpty();
    }

    @Property(tries = 30)
    void theSameContentsInAnotherOrderGiveTheSameBytes(
            @ForAll("contents") ImageContents contents, @ForAll BillFormat format) throws Exception {
        ImageContents other = new ImageContents(
                contents.reference(),
                contents.digest(),
                contents.configDigest(),
                contents.os(),
                contents.layers(),
                contents.packages().reversed(),
                List.of(),
                List.of(),
                contents.config(),
                contents.incomplete());

        assertThat(written(other, format)).isEqualTo(written(contents, format));
    }

    static byte[] written(ImageContents contents, BillFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BillWriter.write(format, contents, NOW.plusMillis(789), "breakwater", "1.2.3", bytes);
        return bytes.toByteArray();
    }

    @Provide
    Arbitrary<ImageContents> contents() {
        Arbitrary<String> digest =
                Arbitraries.strings().withChars("0123456789abcdef").ofLength(64).map(hex -> "sha256:" + hex);
        Arbitrary<ImageLayer> layer = Combinators.combine(
                        digest, digest, Arbitraries.longs().between(0, 1L << 40), text())
                .as(ImageLayer::new);
        Arbitrary<OperatingSystem> os = Arbitraries.of(
                        new OperatingSystem("debian", "12", "bookworm", "Debian GNU/Linux 12 (bookworm)"),
                        new OperatingSystem("alpine", "3.19.1", "", "Alpine Linux v3.19"),
                        new OperatingSystem("rhel", "9.4", "", "Red Hat Enterprise Linux 9.4 (Plow)"))
                .injectNull(0.2);
        return os.flatMap(distribution -> Combinators.combine(
                        digest,
                        digest,
                        layer.list().ofMaxSize(5),
                        installed(distribution).list().ofMaxSize(30),
                        Combinators.combine(text(), text())
                                .as(Unread::new)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3))
                .as((image, config, layers, packages, unread) -> new ImageContents(
                        "registry.example/shop/cart:1",
                        image,
                        config,
                        distribution,
                        layers,
                        packages,
                        List.of(),
                        List.of(),
                        ContentsBuilder.noConfig(),
                        unread)));
    }

    private static Arbitrary<InstalledPackage> installed(OperatingSystem os) {
        Arbitrary<String> word =
                Arbitraries.strings().withChars("abcXYZ019.+-_~").ofMinLength(1).ofMaxLength(12);
        Arbitrary<String> version = Arbitraries.strings()
                .withChars("0123456789.+-~abc")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(tail -> "1" + tail);
        Arbitrary<InstalledPackage> ofDistribution = Combinators.combine(
                        Arbitraries.of(PackageType.DEB, PackageType.APK, PackageType.RPM),
                        word.map(each -> "a" + each.toLowerCase(Locale.ROOT)),
                        version,
                        Arbitraries.of(0, 0, 2),
                        Arbitraries.of("amd64", "noarch", ""),
                        Arbitraries.of("", "glibc"))
                .as((type, name, tail, epoch, arch, source) -> {
                    String full = epoch > 0 && type != PackageType.APK ? epoch + ":" + tail : tail;
                    String sourceVersion = source.isEmpty() ? "" : full;
                    return new InstalledPackage(
                            name,
                            full,
                            arch,
                            type,
                            Purls.ofDistribution(type, os, name, full, arch, source, sourceVersion),
                            source,
                            sourceVersion,
                            "var/lib/dpkg/status",
                            "sha256:" + "0".repeat(64));
                });
        Arbitrary<InstalledPackage> ofLanguage = Combinators.combine(
                        Arbitraries.of(PackageType.class).filter(type -> !type.isOfDistribution()),
                        word.map(each -> "a" + each),
                        version,
                        text())
                .as((type, name, tail, path) -> {
                    String spelled = switch (type) {
                        case MAVEN -> "org.example:" + name;
                        case NPM -> "@scope/" + name;
                        case GOLANG, SWIFT -> "github.com/Example/" + name;
                        case COMPOSER -> "vendor/" + name;
                        default -> name;
                    };
                    return new InstalledPackage(
                            spelled, tail, "", type, Purls.of(type, spelled, tail), "", "", path, "");
                });
        return Arbitraries.oneOf(ofDistribution, ofLanguage);
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withChars("ab/.= \\\nä→\"<")
                .ofMaxLength(20)
                .map(tail -> "x" + tail + "x");
    }
}
