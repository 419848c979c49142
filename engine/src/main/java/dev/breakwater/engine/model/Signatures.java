package dev.breakwater.engine.model;

import java.util.List;
import java.util.Map;

/**
 * What came of the checks of an image's signatures. A verifier that is in neither part found none of its own.
 *
 * @param verified the names of the verifiers that found a signature of theirs
 * @param open the names of those of which it is not known, with the reason
 */
public record Signatures(List<String> verified, Map<String, String> open) {

    /** No verifier found any. */
    public static final Signatures NONE = new Signatures(List.of(), Map.of());

    public Signatures {
        verified = List.copyOf(verified);
        open = Map.copyOf(open);
    }

    /** Verified by these; nothing is left open. */
    public static Signatures by(String... verifiers) {
        return new Signatures(List.of(verifiers), Map.of());
    }
}
