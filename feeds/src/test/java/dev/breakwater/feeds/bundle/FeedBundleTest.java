package dev.breakwater.feeds.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.breakwater.feeds.Written;
import dev.breakwater.feeds.bundle.BundleRefused.Reason;
import dev.breakwater.seal.SealKeys;
import dev.breakwater.seal.Trust;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedBundleTest {

    private static final Instant CREATED = Instant.parse("2026-11-26T00:00:00Z");
    private static final String ADVISORY =
            "{\"id\": \"A-%d\", \"modified\": \"2026-01-01T00:00:00Z\", \"affected\": []}";

    @TempDir
    private Path work;

    private Path feeds;
    private final KeyPair key = SealKeys.generate();
    private final Trust trust = Trust.of(List.of(key.getPublic()));

    @BeforeEach
    void writeFeeds() throws IOException {
        feeds = Files.createDirectory(work.resolve("feeds"));
        Written.zip(
                feeds.resolve("osv-a.zip"), Map.of("1.json", ADVISORY.formatted(1), "2.json", ADVISORY.formatted(2)));
        Files.createDirectories(feeds.resolve("folder/deep"));
        Files.writeString(feeds.resolve("folder/deep/A-3.json"), ADVISORY.formatted(3));
    }

    @Test
    void carriesAFolderUnchanged() throws IOException {
        byte[] bundle = bundle();

        Manifest manifest = FeedBundle.open(new ByteArrayInputStream(bundle), trust, work.resolve("there"));

        assertThat(FeedBundle.isBundle(bundle)).isTrue();
        assertThat(manifest.created()).isEqualTo(CREATED);
        assertThat(manifest.feeds()).extracting(Manifest.Told::name).containsExactly("folder", "osv-a");
        assertThat(manifest.feeds()).extracting(Manifest.Told::entries).containsExactly(1L, 2L);
        for (String file : List.of("osv-a.zip", "folder/deep/A-3.json")) {
            assertThat(work.resolve("there").resolve(file)).hasSameBinaryContentAs(feeds.resolve(file));
        }
        assertThat(FeedBundle.verify(new ByteArrayInputStream(bundle), trust)).isEqualTo(manifest);
    }

    @Test
    void refusesASignerThatIsNotTrusted() throws IOException {
        byte[] bundle = bundle();
        Trust other = Trust.of(List.of(SealKeys.generate().getPublic()));

        assertThatThrownBy(() -> FeedBundle.open(new ByteArrayInputStream(bundle), other, work.resolve("there")))
                .asInstanceOf(type(BundleRefused.class))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.UNKNOWN_SIGNER))
                .satisfies(refused -> assertThat(refused).hasMessageContaining(SealKeys.fingerprint(key.getPublic())));
        assertThat(work.resolve("there")).doesNotExist();
    }

    @Test
    void refusesEveryChangedByteOfWhatIsSigned() throws IOException {
        byte[] bundle = bundle();
        int content = new String(bundle, StandardCharsets.ISO_8859_1).indexOf("feeds/osv-a.zip") + 512;

        assertThatThrownBy(() -> FeedBundle.verify(changed(bundle, content + 40), trust))
                .asInstanceOf(type(BundleRefused.class))
                .extracting(BundleRefused::reason)
                .isEqualTo(Reason.CHANGED);
        assertThatThrownBy(() -> FeedBundle.verify(changed(bundle, 512 + 20), trust))
                .isInstanceOf(BundleRefused.class);
    }

    /** Headers hold bytes that mean nothing; whatever is changed, what comes out is what was signed, or nothing. */
    @Test
    void givesWhatWasSignedOrNothing() throws IOException {
        byte[] bundle = bundle();
        Random random = new Random(7);
        int refused = 0;
        for (int i = 0; i < 400; i++) {
            Path there = work.resolve("there-" + i);
            try {
                FeedBundle.open(changed(bundle, random.nextInt(bundle.length)), trust, there);
                assertThat(there.resolve("osv-a.zip")).hasSameBinaryContentAs(feeds.resolve("osv-a.zip"));
            } catch (BundleRefused expected) {
                refused++;
                assertThat(there).doesNotExist();
            }
        }
        assertThat(refused).isPositive();
        for (int length = 0; length < bundle.length - 2048; length += 97) {
            byte[] cut = Arrays.copyOf(bundle, length);
            assertThatThrownBy(() -> FeedBundle.verify(new ByteArrayInputStream(cut), trust))
                    .isInstanceOf(BundleRefused.class);
        }
    }

    @Test
    void makesNoBundleOfWhatIsNoFeed() throws IOException {
        Files.writeString(feeds.resolve("broken.json"), "{");

        assertThatThrownBy(this::bundle).hasMessageContaining("broken.json is no feed");
    }

    @Test
    void trustsAFingerprintOrAKeyFile() throws IOException {
        Path file = Files.writeString(work.resolve("site.pub"), SealKeys.pem(key.getPublic()));
        Files.writeString(work.resolve("site.key"), SealKeys.pem(key.getPrivate()));

        assertThat(Trust.of(file.toString())).isEqualTo(trust);
        assertThat(Trust.of(SealKeys.fingerprint(key.getPublic()))).isEqualTo(trust);
        assertThat(FeedBundle.keys(work.resolve("site.key")).getPublic()).isEqualTo(key.getPublic());
        assertThatThrownBy(() -> Trust.of("SHA256:short")).hasMessageContaining("no fingerprint");
        assertThatThrownBy(() -> Trust.of(work.resolve("site.key").toString())).hasMessageContaining("PUBLIC KEY");
    }

    private byte[] bundle() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FeedBundle.write(feeds, key, CREATED, out);
        return out.toByteArray();
    }

    private static ByteArrayInputStream changed(byte[] bundle, int at) {
        byte[] copy = bundle.clone();
        copy[at] ^= 1;
        return new ByteArrayInputStream(copy);
    }
}
