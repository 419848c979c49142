package dev.breakwater.engine.risk.whatif;

/** A change id that cannot be read; the message names the field, the value and what is allowed. */
public final class ChangeRejected extends IllegalArgumentException {

    private static final long serialVersionUID = 1;
    private static final int SHOWN = 80;

    ChangeRejected(String field, String value, String allowed) {
        super(field + " \"" + (value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value) + "\": " + allowed);
    }
}
