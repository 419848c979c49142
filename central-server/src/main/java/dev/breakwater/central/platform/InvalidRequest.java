package dev.breakwater.central.platform;

/** Input that cannot be used; becomes a 400 problem that names the field, the value and what is allowed. */
public final class InvalidRequest extends RuntimeException {

    private static final int SHOWN = 200;

    private final String field;
    private final String value;
    private final String allowed;

    /**
     * @param field the parameter or the JSON pointer
     * @param value what was given
     * @param allowed what would be right, completing "allowed: …"
     */
    public InvalidRequest(String field, String value, String allowed) {
        super(field + " is '" + shortened(value) + "'; allowed: " + allowed);
        this.field = field;
        this.value = shortened(value);
        this.allowed = allowed;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    public String allowed() {
        return allowed;
    }

    private static String shortened(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }
}
