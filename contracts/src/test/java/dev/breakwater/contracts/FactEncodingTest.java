package dev.breakwater.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Text;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a writer makes of facts. */
class FactEncodingTest {

    private static final Digest RUNNING = new Digest("sha256:" + "ab".repeat(32));

    /** A changed value here means that every sensor sends its whole cluster again after an upgrade. */
    @Test
    void keepsTheFingerprintOfAKnownObject() {
        Map<String, String> labels =
                IntStream.range(0, 20).boxed().collect(Collectors.toMap(i -> "label-" + i, i -> "value-" + i));
        Map<String, Text> annotations =
                Map.of("plain", Text.plain("text"), "taken", Text.redacted("high-entropy", 32, "c0ffee"));
        Namespace namespace = new Namespace(
                new ObjectMeta("", "shop", "0f2d", labels, annotations, Instant.parse("2026-01-31T12:00:00.5Z")));

        assertThat(HexFormat.of().formatHex(FactCodec.fingerprint(namespace)))
                .isEqualTo("2741364605cf3f1f85facfa80f63aba0");
    }

    @Test
    void sendsAnImageAsItWasWritten() {
        assertThat(ImageMapping.toWire(ImageName.parse("nginx:1.27")).getOriginal())
                .isEqualTo("nginx:1.27");
        assertThat(ImageMapping.toWire(ImageName.parse("nginx:1.27")).hasDigest())
                .isFalse();
        assertThat(ImageMapping.toWire(ImageName.parse("nginx@" + RUNNING)).hasDigest())
                .as("the reference says it already")
                .isFalse();
    }

    @Test
    void sendsADigestThatWasLearntElsewhere() {
        ImageName running = ImageName.parse("nginx:1.27").withDigest(RUNNING);

        assertThat(ImageMapping.toWire(running).getDigest()).isEqualTo(RUNNING.value());
        assertThat(ImageMapping.fromWire("image", true, ImageMapping.toWire(running)))
                .isEqualTo(running);
    }

    @Test
    void refusesAnImageThatItsReaderWouldSplitOtherwise() {
        ImageName invented = new ImageName("quay.io", "team/app", "1", null, "nginx");

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> ImageMapping.toWire(invented))
                .withMessageStartingWith("ImageNameFacts.original is quay.io/team/app:1 for nginx");
    }

    @Test
    void writesNothingThatItsReaderWouldRefuse() {
        Namespace named = new Namespace(ObjectMeta.of("", "n".repeat(WireLimits.NAME_CHARACTERS + 1)));
        Map<String, Text> large = IntStream.range(0, 5)
                .boxed()
                .collect(Collectors.toMap(i -> "a" + i, i -> Text.plain("x".repeat(WireLimits.TEXT_CHARACTERS - 1))));
        Namespace annotated = new Namespace(new ObjectMeta("", "shop", "", Map.of(), large, null));
        Namespace farAway = new Namespace(new ObjectMeta("", "shop", "", Map.of(), Map.of(), Instant.MAX));

        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> FactCodec.encode(named))
                .withMessageStartingWith("ObjectMetaFacts.name");
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> FactCodec.encode(annotated))
                .withMessageStartingWith("ClusterObjectState is of 1310");
        assertThatExceptionOfType(WireException.class)
                .isThrownBy(() -> FactCodec.encode(farAway))
                .withMessageStartingWith("ObjectMetaFacts.created_at");
    }

    @Test
    void makesAMarkOfHalfACharacter() {
        Namespace halved = new Namespace(ObjectMeta.of("", "a\ud83d"));

        assertThat(FactCodec.decode(FactCodec.encode(halved)).meta().name()).isEqualTo("a?");
    }
}
