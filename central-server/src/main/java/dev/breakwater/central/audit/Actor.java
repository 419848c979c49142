package dev.breakwater.central.audit;

/**
 * Who acts, how, and from where.
 *
 * @param name the user, or {@code system}
 * @param channel {@code CONSOLE}, {@code API} or {@code SYSTEM}
 * @param sourceIp empty for the system itself
 */
public record Actor(String name, String channel, String sourceIp) {

    public static final Actor SYSTEM = new Actor("system", "SYSTEM", "");
}
