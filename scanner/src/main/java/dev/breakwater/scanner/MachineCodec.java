package dev.breakwater.scanner;

import dev.breakwater.engine.machine.MachineEvidence;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.EnumFeature;
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
     * @throws IllegalArgumentException if it is no evidence, of another format, damaged or too large; the message tells where
     */
    public static MachineEvidence read(byte[] json) {
        if (json.length == 0 || json.length > MOST) {
            throw new IllegalArgumentException("evidence of " + json.length + " bytes; allowed: 1 to " + MOST);
        }
        MachineEvidence evidence;
        try {
            evidence = JSON.readValue(json, MachineEvidence.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(told(e), e);
        }
        if (evidence == null) {
            throw new IllegalArgumentException("is null, not a machine's evidence");
        }
        requireWhole("evidence", evidence);
        if (!MachineEvidence.FORMAT.equals(evidence.format())) {
            throw new IllegalArgumentException(
                    "format '" + brief(evidence.format()) + "' is not understood; allowed: " + MachineEvidence.FORMAT);
        }
        return evidence;
    }

    /** The problem with the place, without the document. */
    private static String told(JacksonException problem) {
        String message = brief(problem.getOriginalMessage());
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : problem.getPath()) {
            if (step.getPropertyName() != null) {
                path.append(path.isEmpty() ? "" : ".").append(brief(step.getPropertyName()));
            } else {
                path.append('[').append(step.getIndex()).append(']');
            }
        }
        String where = path.isEmpty() && problem.getLocation() != null
                ? "line " + problem.getLocation().getLineNr() + ", column "
                        + problem.getLocation().getColumnNr()
                : path.toString();
        return "is no machine's evidence: " + (where.isEmpty() ? "" : where + ": ") + message;
    }

    private static String brief(@Nullable String text) {
        String line = text == null ? "" : text.lines().findFirst().orElse("");
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }

    /** A {@code null} is only where the record says that there may be one. */
    private static void requireWhole(String where, Object value) {
        switch (value) {
            case Collection<?> list -> {
                int index = 0;
                for (Object element : list) {
                    requireWhole(where + "[" + index++ + "]", element);
                }
            }
            case Map<?, ?> map -> map.forEach((key, inner) -> requireWhole(where + "." + key, inner));
            case Record one
            when one.getClass().getPackageName().startsWith("dev.breakwater.") -> requireParts(where, one);
            default -> {
                // A single value.
            }
        }
    }

    private static void requireParts(String where, Record whole) {
        for (RecordComponent part : whole.getClass().getRecordComponents()) {
            Object inner;
            try {
                inner = part.getAccessor().invoke(whole);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the components of a record can be read", e);
            }
            String path = where.equals("evidence") ? part.getName() : where + "." + part.getName();
            if (inner != null) {
                requireWhole(path, inner);
            } else if (!part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new IllegalArgumentException("is no machine's evidence: " + path + " is null");
            }
        }
    }
}
