package dev.breakwater.engine.image;

/**
 * The distribution, as {@code os-release} says.
 *
 * @param id such as {@code debian}, {@code alpine}, {@code rhel}; lower case
 * @param version such as {@code 12}, {@code 3.19.1}, {@code 9.4}; empty = rolling or not said
 * @param codename such as {@code bookworm}, empty = none
 * @param prettyName for people
 */
public record OperatingSystem(String id, String version, String codename, String prettyName) {

    /** As shown and matched by policies: {@code debian:12}. */
    public String label() {
        return version.isEmpty() ? id : id + ":" + version;
    }
}
