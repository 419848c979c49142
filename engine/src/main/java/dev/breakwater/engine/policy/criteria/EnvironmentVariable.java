package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.EnvVar.Source;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfEnv;
import dev.breakwater.engine.policy.value.KeyValue;
import dev.breakwater.engine.policy.value.TextTest;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An environment variable by source, name and value. Values that the sensor took out match by their name only. */
final class EnvironmentVariable extends Criterion<OfEnv> {

    private static final String ALLOWED =
            "Allowed: SOURCE=NAME=VALUE; SOURCE is RAW, SECRET_KEY, CONFIG_MAP_KEY, FIELD,"
                    + " RESOURCE_FIELD, UNKNOWN or empty for any; NAME and VALUE are regular expressions (RE2) or empty for any;"
                    + " a VALUE only with RAW or without a source.";

    EnvironmentVariable() {
        super(CriterionCard.of(
                "Environment Variable",
                Level.ENV,
                new ValueGrammar(
                        ValueGrammar.Form.ENVIRONMENT,
                        ALLOWED,
                        Arrays.stream(Source.values()).map(Enum::name).toList(),
                        "RAW=.*PASSWORD.*="),
                "An environment variable by its source, name and value."));
    }

    /** One value, taken apart; {@code source} is {@code null} for any. */
    private record Wanted(@Nullable Source source, TextTest name, TextTest value) {}

    @Override
    public Condition<OfEnv> condition(String value) {
        String[] parts = value.split("=", 3);
        if (parts.length < 2) {
            throw new ValueRejected(ALLOWED);
        }
        String literal = parts.length == 3 ? parts[2] : "";
        Source source = source(parts[0].strip()).orElse(null);
        if (!literal.isBlank() && source != null && source != Source.RAW) {
            throw new ValueRejected(ALLOWED);
        }
        Wanted wanted = new Wanted(source, KeyValue.valueTest(parts[1]), KeyValue.valueTest(literal));
        return (of, asOf) -> test(of.variable(), wanted);
    }

    private static Optional<Source> source(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String name = text.toUpperCase(Locale.ROOT);
        return Optional.of(List.of(Source.values()).stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ValueRejected(ALLOWED)));
    }

    private static Answer test(EnvVar variable, Wanted wanted) {
        if (wanted.source() != null && wanted.source() != variable.source()) {
            return Answer.NO;
        }
        boolean anyName = wanted.name() instanceof TextTest.Anything;
        boolean anyValue = wanted.value() instanceof TextTest.Anything;
        if (variable.name().endsWith("*") && !(anyName && anyValue)) {
            return Answer.unknown(
                    UnknownReason.OUT_OF_SIGHT, "The entries of " + variable.reference() + " were not listed.");
        }
        if (!wanted.name().matches(variable.name())) {
            return Answer.NO;
        }
        if (anyValue) {
            return Answer.YES;
        }
        String value = variable.value() == null ? null : variable.value().value();
        return value == null
                ? Answer.unknown(
                        UnknownReason.OUT_OF_SIGHT, "The value of " + variable.name() + " did not leave the cluster.")
                : Answer.of(wanted.value().matches(value));
    }

    @Override
    public Sighting see(OfEnv of, Policy.Group group) {
        EnvVar variable = of.variable();
        String from = switch (variable.source()) {
            case RAW -> "a literal value";
            case SECRET_KEY -> "secret " + variable.reference();
            case CONFIG_MAP_KEY -> "config map " + variable.reference();
            case FIELD, RESOURCE_FIELD -> "field " + variable.reference();
            case UNKNOWN -> "a source of a kind not known here";
        };
        return new Sighting(
                "Container " + of.containerName() + " takes " + variable.name() + " from " + from + ".",
                "env",
                variable.name(),
                of.path());
    }
}
