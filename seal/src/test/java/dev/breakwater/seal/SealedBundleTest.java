package dev.breakwater.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.seal.SealRefused.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedBundleTest {

    private final KeyPair key = SealKeys.generate();
    private final Trust trust = Trust.of(List.of(key.getPublic()));
    private final byte[] bundle = SealedFixtures.bundle(key);

    @TempDir
    Path work;

    @Test
    void takesWhatATrustedKeySealed() throws IOException {
        var verified = SealedBundle.verify(new ByteArrayInputStream(bundle), trust);
        assertThat(verified.manifest()).isEqualTo(SealedFixtures.manifest(SealedFixtures.files()));
        assertThat(verified.seal().keyId()).isEqualTo(SealKeys.fingerprint(key.getPublic()));
        assertThat(verified.sha256())
                .isEqualTo(Digests.sha256(verified.manifest().bytes()));
    }

    @Test
    void isAZipThatOtherProgramsOpen() throws IOException {
        Path file = Files.write(work.resolve("report.zip"), bundle);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName))
                    .containsExactly("manifest.json", "manifest.sig", "report.csv", "report.json");
            try (var in = zip.getInputStream(zip.getEntry("report.csv"))) {
                assertThat(in.readAllBytes()).isEqualTo(SealedFixtures.files().get("report.csv"));
            }
        }
    }

    @Test
    void refusesEveryChangedByteInEachOfItsBits() {
        for (int at = 0; at < bundle.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = bundle.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(refusal(changed)).as("byte %d bit %d", at, bit).isNotNull();
            }
        }
    }

    @Test
    void refusesWhatIsCutOrLonger() {
        for (int length = 0; length < bundle.length; length++) {
            assertThat(refusal(Arrays.copyOf(bundle, length)))
                    .as("length %d", length)
                    .isNotNull();
        }
        assertThat(refusal(Arrays.copyOf(bundle, bundle.length + 1))).isEqualTo(Reason.CHANGED);
    }

    @Test
    void tellsAnUnknownSignerApartFromAChange() {
        Trust other = Trust.of(List.of(SealKeys.generate().getPublic()));
        assertThatExceptionOfType(SealRefused.class)
                .isThrownBy(() -> SealedBundle.verify(new ByteArrayInputStream(bundle), other))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_SIGNER))
                .withMessageContaining(SealKeys.fingerprint(key.getPublic()));
    }

    @Test
    void verifiesSingleFilesBesideTheirManifest() throws IOException {
        byte[] json = SealedFixtures.manifest(SealedFixtures.files()).bytes();
        Path manifest = Files.write(work.resolve(Manifest.NAME), json);
        Files.write(
                work.resolve(Manifest.SIGNATURE),
                Seal.of(Manifest.TYPE, json, key).bytes());
        for (Map.Entry<String, byte[]> file : SealedFixtures.files().entrySet()) {
            Files.write(work.resolve(file.getKey()), file.getValue());
        }
        assertThat(SealedBundle.verifyFolder(manifest, trust).manifest().files())
                .hasSize(2);
        Files.writeString(work.resolve("report.csv"), "control,outcome\n4.1.1,PASS\n");
        assertThatExceptionOfType(SealRefused.class)
                .isThrownBy(() -> SealedBundle.verifyFolder(manifest, trust))
                .withMessageContaining("report.csv");
    }

    @Test
    void takesNoSignatureOfAnotherSortOfThing() {
        byte[] json = SealedFixtures.manifest(SealedFixtures.files()).bytes();
        Seal day = Seal.of(Day.TYPE, json, key);
        assertThatExceptionOfType(SealRefused.class).isThrownBy(() -> day.require(Manifest.TYPE, json, trust));
    }

    @Test
    void refusesAManifestOfOneWhoNamesFilesElsewhere() {
        Map<String, byte[]> files = new LinkedHashMap<>(Map.of("../evil", new byte[] {1}));
        byte[] json = SealedFixtures.manifest(files).bytes();
        assertThatExceptionOfType(SealRefused.class).isThrownBy(() -> Manifest.read(json));
    }

    private Reason refusal(byte[] changed) {
        try {
            SealedBundle.verify(new ByteArrayInputStream(changed), trust);
            return null;
        } catch (SealRefused refused) {
            return refused.reason();
        } catch (IOException other) {
            throw new AssertionError("refused with words for nobody", other);
        }
    }
}
