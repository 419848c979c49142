package dev.breakwater.contracts;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/**
 * A fact cannot be read from the wire, or cannot be written to it. Names the field, what was found there and what is
 * allowed. The object that it concerns is lost to the reader; the others of its batch are not.
 */
public final class WireException extends RuntimeException {

    private static final int SHOWN_CHARACTERS = 80;

    @Serial
    private static final long serialVersionUID = 1L;

    private final String field;

    WireException(String field, String found, String allowed) {
        this(field, found, allowed, null);
    }

    WireException(String field, String found, String allowed, @Nullable Throwable cause) {
        super(field + " is " + shortened(found) + "; allowed is " + allowed, cause);
        this.field = field;
    }

    /** The message and field, such as {@code ContainerFacts.type}; a whole message where the field is not known. */
    public String field() {
        return field;
    }

    /** What was found may be hostile: of bounded length and without control characters. */
    private static String shortened(String found) {
        String shown = found.length() <= SHOWN_CHARACTERS ? found : found.substring(0, SHOWN_CHARACTERS) + "…";
        return shown.replaceAll("\\p{Cntrl}", "?");
    }
}
