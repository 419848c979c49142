package dev.breakwater.contracts;

import dev.breakwater.contracts.v1.EnvVarFacts;
import dev.breakwater.engine.model.EnvVar;

/** Environment variables. */
final class EnvVarMapping {

    private EnvVarMapping() {}

    static EnvVarFacts toWire(EnvVar variable) {
        EnvVarFacts.Builder wire = EnvVarFacts.newBuilder()
                .setName(Bounds.name("EnvVarFacts.name", variable.name()))
                .setSource(toWire(variable.source()))
                .setReference(Bounds.name("EnvVarFacts.reference", variable.reference()))
                .setKey(Bounds.name("EnvVarFacts.key", variable.key()));
        if (variable.value() != null) {
            wire.setValue(TextMapping.toWire("EnvVarFacts.value", variable.value()));
        }
        return wire.build();
    }

    static EnvVar fromWire(EnvVarFacts wire) {
        return new EnvVar(
                Bounds.name("EnvVarFacts.name", wire.getName()),
                sourceFromWire(wire),
                wire.hasValue() ? TextMapping.fromWire("EnvVarFacts.value", wire.getValue()) : null,
                Bounds.name("EnvVarFacts.reference", wire.getReference()),
                Bounds.name("EnvVarFacts.key", wire.getKey()));
    }

    private static EnvVarFacts.Source toWire(EnvVar.Source source) {
        return switch (source) {
            case RAW -> EnvVarFacts.Source.SOURCE_RAW;
            case SECRET_KEY -> EnvVarFacts.Source.SOURCE_SECRET_KEY;
            case CONFIG_MAP_KEY -> EnvVarFacts.Source.SOURCE_CONFIG_MAP_KEY;
            case FIELD -> EnvVarFacts.Source.SOURCE_FIELD;
            case RESOURCE_FIELD -> EnvVarFacts.Source.SOURCE_RESOURCE_FIELD;
            case UNKNOWN -> EnvVarFacts.Source.SOURCE_UNKNOWN;
        };
    }

    private static EnvVar.Source sourceFromWire(EnvVarFacts wire) {
        return switch (wire.getSource()) {
            case SOURCE_RAW -> EnvVar.Source.RAW;
            case SOURCE_SECRET_KEY -> EnvVar.Source.SECRET_KEY;
            case SOURCE_CONFIG_MAP_KEY -> EnvVar.Source.CONFIG_MAP_KEY;
            case SOURCE_FIELD -> EnvVar.Source.FIELD;
            case SOURCE_RESOURCE_FIELD -> EnvVar.Source.RESOURCE_FIELD;
            case SOURCE_UNKNOWN -> EnvVar.Source.UNKNOWN;
            case SOURCE_UNSPECIFIED, UNRECOGNIZED ->
                throw new WireException(
                        "EnvVarFacts.source", "number " + wire.getSourceValue(), "a source of this version, 1 to 6");
        };
    }
}
