package dev.breakwater.scanner;

import java.util.Locale;

/**
 * Which image of a multi-platform index is meant (OCI image specification, image-index.md).
 *
 * @param os such as {@code linux}
 * @param architecture such as {@code amd64}, in Go's words
 * @param variant such as {@code v8}, empty = any
 */
public record Platform(String os, String architecture, String variant) {

    /** What is read when nothing else is asked for. */
    public static final Platform LINUX_AMD64 = new Platform("linux", "amd64", "");

    /**
     * Reads {@code os/architecture} or {@code os/architecture/variant}; a node's words for architectures are read too.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Platform parse(String text) {
        String[] parts = text.strip().toLowerCase(Locale.ROOT).split("/", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException(
                    "the platform is '" + text + "'; allowed is os/architecture[/variant], such as linux/amd64");
        }
        String architecture = switch (parts[1]) {
            case "x86_64", "x86-64" -> "amd64";
            case "aarch64" -> "arm64";
            default -> parts[1];
        };
        return new Platform(parts[0], architecture, parts.length == 3 ? parts[2] : "");
    }

    /** Whether an image that says this of itself is one for this platform. */
    public boolean takes(String otherOs, String otherArchitecture, String otherVariant) {
        return os.equals(otherOs)
                && architecture.equals(otherArchitecture)
                && (variant.isEmpty() || otherVariant.isEmpty() || variant.equals(otherVariant));
    }

    @Override
    public String toString() {
        return os + "/" + architecture + (variant.isEmpty() ? "" : "/" + variant);
    }
}
