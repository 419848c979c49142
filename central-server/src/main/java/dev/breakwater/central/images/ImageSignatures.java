package dev.breakwater.central.images;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the signatures of images. */
public interface ImageSignatures {

    /**
     * What is known of one.
     *
     * @param state VERIFIED if any verifier verified it under one of its names, UNKNOWN if that may be so
     * @param reason why it is not verified, empty if it is
     * @param digest what was looked at, {@code null} = nothing yet
     * @param found how many signatures the registry holds
     * @param lookedAt the last look that went well, {@code null} = none
     * @param source who looked, empty = nobody
     * @param lastError why the last look failed, empty = it did not
     */
    record Report(
            State state,
            String reason,
            @Nullable String digest,
            int found,
            @Nullable Instant lookedAt,
            String source,
            String lastError,
            List<OfVerifier> verifiers) {}

    /**
     * What one verifier says.
     *
     * @param signers who signed, of those that it trusts
     * @param reason why it is not verified, empty if it is
     * @param checkedAt when it was last asked, {@code null} = not yet
     * @param since since when it says so
     */
    record OfVerifier(
            String verifier,
            Verifier.Kind kind,
            State state,
            List<String> signers,
            String reason,
            @Nullable Instant checkedAt,
            @Nullable Instant since) {}

    /**
     * What is known of an image.
     *
     * @param image a digest or the id of an image
     * @throws dev.breakwater.central.platform.NotFound if there is none, or the reader may not see it
     */
    Report get(String image, AccessScope scope);

    /**
     * Has signatures looked for at once, without looking inside the image.
     *
     * @throws dev.breakwater.central.platform.NotFound if no workload runs it
     * @throws dev.breakwater.central.platform.Conflict if no verifier speaks of it
     */
    void lookAgain(String image);
}
