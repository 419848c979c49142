package dev.breakwater.central.platform;

/** There is no such object, or the reader may not see it; which of the two is not said. Becomes a 404 problem. */
public final class NotFound extends RuntimeException {

    /**
     * @param type what was looked for, such as {@code workload}
     * @param id by what
     */
    public NotFound(String type, String id) {
        super("No " + type + " '" + id + "', or no access to it");
    }
}
