package dev.breakwater.central.images;

import java.util.List;

/** A signature verifier as somebody wants it; see {@link Verifier}. */
public record VerifierDraft(
        String name,
        Verifier.Kind kind,
        String pem,
        List<String> subjects,
        List<String> issuers,
        String logsPem,
        List<String> images,
        String note) {

    public VerifierDraft {
        subjects = List.copyOf(subjects);
        issuers = List.copyOf(issuers);
        images = List.copyOf(images);
    }
}
