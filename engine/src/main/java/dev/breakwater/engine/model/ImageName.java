package dev.breakwater.engine.model;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A normalised image reference, split by the rules of the Docker distribution reference grammar: a first part with a dot,
 * a colon or {@code localhost} is the registry, else {@code docker.io}; a one-part repository there is {@code library/…}.
 *
 * @param registry host and port, never empty for a readable reference
 * @param repository the path without registry
 * @param tag the tag, {@code latest} when neither tag nor digest is given, empty when only a digest is given
 * @param digest the digest, {@code null} when the reference has none
 * @param original the reference as written, shown to people
 */
public record ImageName(
        String registry,
        String repository,
        String tag,
        @Nullable Digest digest,
        String original) {

    public static final String DEFAULT_REGISTRY = "docker.io";

    /** Never fails: whatever a cluster sends is a name. A part that is not readable stays in {@link #original()}. */
    public static ImageName parse(String reference) {
        String rest = reference.strip();
        String scheme = rest.toLowerCase(Locale.ROOT);
        if (scheme.startsWith("http://") || scheme.startsWith("https://")) {
            rest = rest.substring(rest.indexOf("//") + 2);
        }
        Digest digest = null;
        int at = rest.indexOf('@');
        if (at >= 0) {
            digest = Digest.parse(rest.substring(at + 1)).orElse(null);
            rest = rest.substring(0, at);
        }
        String tag = "";
        int colon = rest.lastIndexOf(':');
        if (colon > rest.lastIndexOf('/')) {
            tag = rest.substring(colon + 1);
            rest = rest.substring(0, colon);
        } else if (digest == null) {
            tag = "latest";
        }
        int slash = rest.indexOf('/');
        String first = slash < 0 ? "" : rest.substring(0, slash);
        boolean hasRegistry = first.contains(".") || first.contains(":") || first.equals("localhost");
        String registry = hasRegistry ? first : DEFAULT_REGISTRY;
        String repository = hasRegistry ? rest.substring(slash + 1) : rest;
        if (registry.equals("index.docker.io") || registry.equals("registry-1.docker.io")) {
            registry = DEFAULT_REGISTRY;
        }
        if (registry.equals(DEFAULT_REGISTRY) && !repository.contains("/")) {
            repository = "library/" + repository;
        }
        return new ImageName(registry, repository, tag, digest, reference);
    }

    /** Registry, repository, tag and digest in the canonical spelling. */
    public String canonical() {
        return registry + "/" + repository + (tag.isEmpty() ? "" : ":" + tag)
                + (digest == null ? "" : "@" + digest.value());
    }

    /** This name with the digest that a node reports to run. */
    public ImageName withDigest(Digest running) {
        return new ImageName(registry, repository, tag, running, original);
    }

    /** Whether this reference alone names one content for ever. */
    public boolean isPinned() {
        return digest != null;
    }
}
