package dev.breakwater.central.platform;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says where a JSON body could not be read, and what would have been right there. */
public final class UnreadableBody {

    private UnreadableBody() {}

    /** The error behind the failure of a message converter. */
    public static InvalidRequest error(Throwable failure) {
        JacksonException cause = cause(failure);
        if (cause == null) {
            return new InvalidRequest("body", "", "a document: there is none in the request");
        }
        String field = pointer(cause.getPath());
        if (cause instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return new InvalidRequest(field, "a property that is not known, at " + position(cause), "only " + known);
        }
        if (cause instanceof InvalidFormatException format) {
            return new InvalidRequest(field, String.valueOf(format.getValue()), allowed(format.getTargetType()));
        }
        if (cause instanceof MismatchedInputException mismatch && !field.isEmpty()) {
            return new InvalidRequest(field, found(mismatch), allowed(mismatch.getTargetType()));
        }
        if (cause instanceof StreamReadException) {
            return new InvalidRequest("body", "unreadable at " + position(cause), "well-formed JSON");
        }
        return new InvalidRequest("body", "of another shape at " + position(cause), "a JSON object");
    }

    private static String found(MismatchedInputException mismatch) {
        Class<?> type = mismatch.getTargetType();
        boolean missing = type != null
                && type.isPrimitive()
                && String.valueOf(mismatch.getOriginalMessage()).contains("null");
        return missing ? "" : "something else at " + position(mismatch);
    }

    private static @Nullable JacksonException cause(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof JacksonException json) {
                return json;
            }
        }
        return null;
    }

    private static String pointer(List<Reference> path) {
        return path.stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("/"));
    }

    private static String position(JacksonException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }

    private static String allowed(@Nullable Class<?> type) {
        return type == null ? "another value" : Types.described(type);
    }
}
