package dev.breakwater.scanner.signature;

import java.util.List;

/**
 * What is known of the signatures of an image. Three states: what could not be looked at is neither signed nor unsigned.
 *
 * @param digest of what was looked at: the index if the name has one, else the manifest; empty = not known
 * @param signers who signed, of those that are trusted; empty unless verified
 * @param reason why it is not verified, one sentence; empty if it is
 */
public record SignatureCheck(State state, String digest, List<String> signers, String reason) {

    /** Whether somebody who is trusted signed it. */
    public enum State {
        /** At least one trusted signer signed this very digest. */
        VERIFIED,
        /** Nobody who is trusted did. */
        UNVERIFIED,
        /** It could not be looked at. */
        UNKNOWN
    }

    public SignatureCheck {
        signers = List.copyOf(signers);
    }
}
