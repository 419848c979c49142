package dev.breakwater.scanner;

import dev.breakwater.engine.machine.MachineEvidence;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/** What a look at a machine found, as JSON: the file that node mode writes, and what central takes. */
public final class MachineCodec {

    /** The most bytes of it. */
    public static final int MOST = 16 << 20;

    private static final int DEEPEST = 12;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxDocumentLength(MOST)
                            .maxStringLength(MOST)
                            .build())
                    .build())
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    private MachineCodec() {}

    /**
     * As JSON.
     *
     * @throws IllegalArgumentException if it is larger than {@link #MOST} bytes
     */
    public static byte[] write(MachineEvidence evidence) {
        byte[] json = JSON.writeValueAsBytes(evidence);
        if (json.length > MOST) {
            throw new IllegalArgumentException("evidence of " + json.length + " bytes; allowed: at most " + MOST);
        }
        return json;
    }

    /**
     * Reads it back; strict: nothing may be missing, nothing else may be there.
     *
     * @throws MachineRejected if it is no evidence, of another format, damaged or too large; it tells where
     */
    public static MachineEvidence read(byte[] json) {
        if (json.length == 0 || json.length > MOST) {
            throw new MachineRejected("", json.length + " bytes", "1 to " + MOST + " bytes");
        }
        MachineEvidence evidence;
        try {
            evidence = JSON.readValue(json, MachineEvidence.class);
        } catch (JacksonException e) {
            throw told(e);
        }
        if (evidence == null) {
            throw new MachineRejected("", "null", "an object");
        }
        String missing = missing(evidence);
        if (missing != null) {
            throw new MachineRejected(
                    missing.startsWith(".") ? missing.substring(1) : missing,
                    "null",
                    "a value: nothing may be left out");
        }
        if (!MachineEvidence.FORMAT.equals(evidence.format())) {
            throw new MachineRejected("format", brief(evidence.format()), MachineEvidence.FORMAT);
        }
        return evidence;
    }

    /** The problem in our words: where, what is there, what may be there. */
    private static MachineRejected told(JacksonException problem) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(brief(step.getPropertyName()));
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        String field = path.toString();
        return switch (problem) {
            case UnrecognizedPropertyException unknown ->
                new MachineRejected(field, "a field that is not known", fields(unknown), problem);
            case InvalidFormatException wrong ->
                new MachineRejected(
                        field, brief(String.valueOf(wrong.getValue())), kind(wrong.getTargetType()), problem);
            case MismatchedInputException wrong ->
                brief(wrong.getOriginalMessage()).startsWith("Missing ")
                        ? new MachineRejected(field, "missing", "a value: nothing may be left out", problem)
                        : new MachineRejected(field, "of another kind", kind(wrong.getTargetType()), problem);
            case StreamConstraintsException tooMuch ->
                new MachineRejected(
                        place(problem),
                        "too deep or too long",
                        "at most " + DEEPEST + " levels and " + MOST + " bytes",
                        tooMuch);
            default ->
                new MachineRejected(place(problem), "no JSON", "the JSON that sensor-agent --node writes", problem);
        };
    }

    private static String place(JacksonException problem) {
        return problem.getLocation() == null
                ? ""
                : "line " + problem.getLocation().getLineNr() + ", column "
                        + problem.getLocation().getColumnNr();
    }

    private static String fields(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds() == null
                ? "the fields of format " + MachineEvidence.FORMAT
                : unknown.getKnownPropertyIds().stream()
                        .map(String::valueOf)
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static String kind(@Nullable Class<?> type) {
        if (type == null) {
            return "what format " + MachineEvidence.FORMAT + " has there";
        }
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants()).map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (type == Instant.class) {
            return "a time such as 2026-01-31T12:00:00Z";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == long.class || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type == String.class ? "a text" : "an object";
    }

    private static String brief(@Nullable String text) {
        String line = text == null ? "" : text.lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    /** Where there is a {@code null} though the record does not say that there may be one, {@code null} = nowhere. */
    private static @Nullable String missing(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Collection<?> list -> {
                int index = 0;
                for (Object element : list) {
                    String inner = missing(element);
                    if (inner != null) {
                        yield "[" + index + "]" + inner;
                    }
                    index++;
                }
                yield null;
            }
            case Map<?, ?> map -> {
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    String inner = missing(entry.getValue());
                    if (inner != null) {
                        yield "." + entry.getKey() + inner;
                    }
                }
                yield null;
            }
            case Record one when one.getClass().getPackageName().startsWith("dev.breakwater.") -> missingPart(one);
            default -> null;
        };
    }

    private static @Nullable String missingPart(Record whole) {
        for (Component part : COMPONENTS.get(whole.getClass())) {
            Object value = part.of(whole);
            String inner = value == null && part.mayBeNull() ? null : missing(value);
            if (inner != null) {
                return "." + part.name() + inner;
            }
        }
        return null;
    }

    /** The components of a record that may be {@code null} or hold one; looked up once, since evidence has many thousand records. */
    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .filter(part -> !part.getType().isPrimitive())
                    .map(part -> new Component(
                            part.getName(),
                            part.getAccessor(),
                            part.getAnnotatedType().isAnnotationPresent(Nullable.class)))
                    .toList();
        }
    };

    private record Component(String name, Method accessor, boolean mayBeNull) {

        @Nullable
        Object of(Record whole) {
            try {
                return accessor.invoke(whole);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the components of a record can be read", e);
            }
        }
    }
}
