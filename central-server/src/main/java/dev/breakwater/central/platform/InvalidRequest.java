package dev.breakwater.central.platform;

/** Input that cannot be used; becomes a 400 problem that names the field, the value and what is allowed. */
public final class InvalidRequest extends RuntimeException {

    private static final int SHOWN = 200;
    private static final String ALLOWED = "; allowed: ";

    private final String field;
    private final String value;
    private final String allowed;

    /**
     * @param field the parameter or the JSON pointer
     * @param value what was given
     * @param allowed what would be right, completing "allowed: …"
     */
    public InvalidRequest(String field, String value, String allowed) {
        this(field, value, allowed, field + " is '" + shortened(value) + "'" + ALLOWED + allowed);
    }

    private InvalidRequest(String field, String value, String allowed, String message) {
        super(message);
        this.field = field;
        this.value = shortened(value);
        this.allowed = allowed;
    }

    /**
     * Input of which whole sentences say better what is wrong with it.
     *
     * @param sentences that stand by themselves
     */
    public static InvalidRequest saying(String field, String value, String allowed, String sentences) {
        return new InvalidRequest(field, value, allowed, sentences);
    }

    /**
     * A document that cannot be read.
     *
     * @param bytes that it has
     * @param problem a sentence; what is allowed may follow in it after {@code "; allowed: "}
     */
    public static InvalidRequest document(String field, int bytes, String problem) {
        int at = problem.indexOf(ALLOWED);
        return at < 0
                ? new InvalidRequest(
                        field, bytes + " bytes: " + problem, "a whole document in one of the formats that are read")
                : new InvalidRequest(
                        field, bytes + " bytes: " + problem.substring(0, at), problem.substring(at + ALLOWED.length()));
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
