package dev.breakwater.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.breakwater.contracts.v1.ClusterObjectState;
import dev.breakwater.contracts.v1.NamespaceFacts;
import dev.breakwater.contracts.v1.ObjectMetaFacts;
import dev.breakwater.engine.model.ClusterObject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FactCodecProperties {

    @Property(tries = 500)
    void readsBackExactlyWhatWasWritten(@ForAll("objects") ClusterObject object) {
        ClusterObject read = FactCodec.decode(FactCodec.encode(object));

        assertThat(read).isEqualTo(object);
        assertThat(read.key()).isEqualTo(object.key());
    }

    @Property(tries = 200)
    void equalObjectsHaveEqualBytesAndFingerprints(@ForAll("objects") ClusterObject object) {
        ClusterObject again = FactCodec.decode(FactCodec.encode(object));

        assertThat(FactCodec.encode(again)).isEqualTo(FactCodec.encode(object));
        assertThat(FactCodec.fingerprint(again))
                .isEqualTo(FactCodec.fingerprint(object))
                .hasSize(FactCodec.FINGERPRINT_BYTES);
    }

    @Property(tries = 200)
    void orderOfAMapDoesNotMatter(@ForAll("labels") Map<String, String> labels) {
        List<String> keys = List.copyOf(labels.keySet());

        assertThat(FactCodec.fingerprint(namespaceWith(labels, keys)))
                .isEqualTo(FactCodec.fingerprint(namespaceWith(labels, keys.reversed())));
    }

    @Property(tries = 300)
    void eachChangedFieldChangesTheFingerprint(@ForAll("pairs") FactArbitraries.Pair pair) {
        byte[] before = FactCodec.fingerprint(pair.first());

        for (Records.Changed changed : Records.changedOneField(pair.first(), pair.second())) {
            assertThat(FactCodec.fingerprint((ClusterObject) changed.record()))
                    .as(changed.path())
                    .isNotEqualTo(before);
        }
    }

    @Property(tries = 200)
    void objectsThatDifferHaveDifferentFingerprints(
            @ForAll("objects") ClusterObject first, @ForAll("objects") ClusterObject second) {
        assertThat(Arrays.equals(FactCodec.fingerprint(first), FactCodec.fingerprint(second)))
                .isEqualTo(first.equals(second));
    }

    @Property
    void randomBytesAreReadOrRefused(@ForAll byte[] bytes) {
        assertReadOrRefused(bytes);
    }

    @Property(tries = 500)
    void damagedObjectsAreReadOrRefused(
            @ForAll("objects") ClusterObject object,
            @ForAll @IntRange(min = 0) int position,
            @ForAll byte damage,
            @ForAll("cuts") int cut) {
        byte[] bytes = FactCodec.encode(object);
        bytes[position % bytes.length] ^= damage;
        assertReadOrRefused(bytes);
        assertReadOrRefused(Arrays.copyOf(bytes, bytes.length * cut / 100));
    }

    @Provide
    Arbitrary<ClusterObject> objects() {
        return FactArbitraries.clusterObjects();
    }

    @Provide
    Arbitrary<FactArbitraries.Pair> pairs() {
        return FactArbitraries.pairsOfOneKind();
    }

    @Provide
    Arbitrary<Map<String, String>> labels() {
        return Arbitraries.maps(FactArbitraries.texts(), FactArbitraries.texts())
                .ofMinSize(2)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.integers().between(0, 99);
    }

    private static ClusterObjectState namespaceWith(Map<String, String> labels, List<String> order) {
        ObjectMetaFacts.Builder meta = ObjectMetaFacts.newBuilder().setName("shop");
        order.forEach(key -> meta.putLabels(key, labels.get(key)));
        return ClusterObjectState.newBuilder()
                .setNamespace(NamespaceFacts.newBuilder().setMeta(meta))
                .build();
    }

    private static void assertReadOrRefused(byte[] bytes) {
        try {
            ClusterObject read = FactCodec.decode(bytes);
            assertThat(FactCodec.decode(FactCodec.encode(read))).isEqualTo(read);
        } catch (WireException refused) {
            assertThat(refused.field()).isNotEmpty();
            assertThat(refused).message().contains(refused.field(), "; allowed is ");
        } catch (RuntimeException other) {
            fail("neither read nor refused", other);
        }
    }
}
