package dev.breakwater.central.fleet.internal.batch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.central.fleet.ReceivedObject;
import dev.breakwater.engine.model.Namespace;
import dev.breakwater.engine.model.ObjectMeta;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class DecodedBatchProperties {

    @Property
    void halvesLoseAndDoubleNothingAndGetSmaller(
            @ForAll @IntRange(max = 20) int upserts, @ForAll @IntRange(max = 20) int removals) {
        DecodedBatch batch = batch(upserts, removals);
        DecodedBatch first = batch.half(true);
        DecodedBatch second = batch.half(false);

        assertThat(joined(first.upserts(), second.upserts())).isEqualTo(batch.upserts());
        assertThat(joined(first.removals(), second.removals())).isEqualTo(batch.removals());
        assertThat(joined(first.unreadable(), second.unreadable())).isEqualTo(batch.unreadable());
        if (batch.size() > 1) {
            assertThat(first.size()).isBetween(1, batch.size() - 1);
        }
    }

    private static DecodedBatch batch(int upserts, int removals) {
        List<ReceivedObject> objects = IntStream.range(0, upserts)
                .mapToObj(i -> new ReceivedObject(
                        new UUID(0, i), new byte[16], new byte[0], new Namespace(ObjectMeta.of("", "n" + i))))
                .toList();
        List<UUID> gone =
                IntStream.range(0, removals).mapToObj(i -> new UUID(1, i)).toList();
        return new DecodedBatch(objects, gone, List.of(new ObjectProblem(null, "a file", "broken")), "test");
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }
}
