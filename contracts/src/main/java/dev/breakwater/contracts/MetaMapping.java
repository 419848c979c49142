package dev.breakwater.contracts;

import com.google.protobuf.Timestamp;
import dev.breakwater.contracts.v1.ObjectMetaFacts;
import dev.breakwater.engine.model.ObjectMeta;
import java.time.Instant;

/** What every object carries, and points in time. */
final class MetaMapping {

    private static final long FIRST_SECOND =
            Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST_SECOND =
            Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
    private static final int NANOS_OF_A_SECOND = 1_000_000_000;

    private MetaMapping() {}

    static ObjectMetaFacts toWire(ObjectMeta meta) {
        ObjectMetaFacts.Builder wire = ObjectMetaFacts.newBuilder()
                .setNamespace(Bounds.name("ObjectMetaFacts.namespace", meta.namespace()))
                .setName(Bounds.name("ObjectMetaFacts.name", meta.name()))
                .setUid(Bounds.name("ObjectMetaFacts.uid", meta.uid()))
                .putAllLabels(Bounds.labels("ObjectMetaFacts.labels", meta.labels()))
                .putAllAnnotations(TextMapping.toWire("ObjectMetaFacts.annotations", meta.annotations()));
        if (meta.createdAt() != null) {
            wire.setCreatedAt(toWire("ObjectMetaFacts.created_at", meta.createdAt()));
        }
        return wire.build();
    }

    static ObjectMeta fromWire(String owner, boolean present, ObjectMetaFacts wire) {
        Bounds.present(owner, present);
        return new ObjectMeta(
                Bounds.name("ObjectMetaFacts.namespace", wire.getNamespace()),
                Bounds.name("ObjectMetaFacts.name", wire.getName()),
                Bounds.name("ObjectMetaFacts.uid", wire.getUid()),
                Bounds.labels("ObjectMetaFacts.labels", wire.getLabelsMap()),
                TextMapping.fromWire("ObjectMetaFacts.annotations", wire.getAnnotationsMap()),
                wire.hasCreatedAt() ? fromWire("ObjectMetaFacts.created_at", wire.getCreatedAt()) : null);
    }

    static Timestamp toWire(String field, Instant instant) {
        Timestamp wire = Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
        check(field, wire);
        return wire;
    }

    static Instant fromWire(String field, Timestamp wire) {
        check(field, wire);
        return Instant.ofEpochSecond(wire.getSeconds(), wire.getNanos());
    }

    private static void check(String field, Timestamp wire) {
        boolean inRange = wire.getSeconds() >= FIRST_SECOND && wire.getSeconds() <= LAST_SECOND;
        if (!inRange || wire.getNanos() < 0 || wire.getNanos() >= NANOS_OF_A_SECOND) {
            String found = wire.getSeconds() + " s and " + wire.getNanos() + " ns";
            throw new WireException(field, found, "a time in the years 0001 to 9999");
        }
    }
}
