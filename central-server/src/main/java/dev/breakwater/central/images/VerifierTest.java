package dev.breakwater.central.images;

import dev.breakwater.scanner.signature.SignatureCheck.State;
import java.util.List;

/**
 * What a verifier says of an image.
 *
 * @param digest that the name stands for, empty = not known
 * @param signers who signed it, of those who are trusted
 * @param reason why it is not verified, empty if it is
 * @param found how many signatures there are
 * @param speaksOf whether the verifier speaks of the image
 */
public record VerifierTest(
        State state,
        String digest,
        List<String> signers,
        String reason,
        int found,
        boolean speaksOf,
        long milliseconds) {}
