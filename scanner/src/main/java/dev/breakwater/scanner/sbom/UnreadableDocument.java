package dev.breakwater.scanner.sbom;

import java.io.IOException;

/** A document that cannot be taken. The message is a whole sentence for whoever sent it. */
public final class UnreadableDocument extends IOException {

    private static final long serialVersionUID = 1L;

    private final String field;

    /** @param field empty = the document as a whole */
    public UnreadableDocument(String field, String message) {
        super(message);
        this.field = field;
    }

    /** A field with a value that is not allowed; long values are cut. */
    public static UnreadableDocument value(String field, String value, String allowed) {
        String shown = value.length() > 80 ? value.substring(0, 80) + "…" : value;
        return new UnreadableDocument(field, field + " is \"" + shown + "\"; allowed: " + allowed);
    }

    /** The field that is wrong, such as {@code specVersion}; empty = the document as a whole. */
    public String field() {
        return field;
    }
}
