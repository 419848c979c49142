package dev.breakwater.scanner.signature;

import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tells whether a signature of an image is of somebody who is trusted. */
public final class SignatureVerifier {

    private static final int MOST_REASONS = 3;

    private final TrustRoots roots;

    public SignatureVerifier(TrustRoots roots) {
        this.roots = roots;
    }

    /**
     * Looks at what a name stands for now. Never fails: what cannot be looked at is unknown, with the reason.
     *
     * @param now at which certificates must be valid
     * @param plainHttp is told hosts that were reached by plain http
     */
    public SignatureCheck check(ImageSource.Registry image, Instant now, Consumer<String> plainHttp) {
        if (roots.isEmpty()) {
            return new SignatureCheck(State.UNKNOWN, "", List.of(), "no key and no authority is trusted");
        }
        try {
            return verify(SignatureFinder.find(image, plainHttp), now);
        } catch (IOException e) {
            return new SignatureCheck(State.UNKNOWN, "", List.of(), "signatures could not be read: " + e.getMessage());
        }
    }

    /**
     * Verifies what was found.
     *
     * @param now at which certificates must be valid
     */
    public SignatureCheck verify(FoundSignatures found, Instant now) {
        Set<String> signers = new LinkedHashSet<>();
        Set<String> objections = new LinkedHashSet<>();
        for (SignedPayload each : found.signatures()) {
            Verdict verdict = each.isOf(found.digest()) ? judge(each, now) : Verdict.no("is of another image");
            if (verdict.objection().isEmpty()) {
                signers.add(verdict.signer());
            } else {
                objections.add(verdict.objection());
            }
        }
        if (!signers.isEmpty()) {
            return new SignatureCheck(State.VERIFIED, found.digest(), List.copyOf(signers), "");
        }
        if (found.unread() > 0) {
            return no(
                    State.UNKNOWN,
                    found,
                    found.unread() + " of its signatures " + (found.unread() == 1 ? "is" : "are")
                            + " of a form or size that is not read");
        }
        return no(
                State.UNVERIFIED,
                found,
                found.signatures().isEmpty()
                        ? "it has no signature"
                        : reason(found.signatures().size(), objections));
    }

    private static SignatureCheck no(State state, FoundSignatures found, String reason) {
        return new SignatureCheck(state, found.digest(), List.of(), reason);
    }

    private static String reason(int signatures, Set<String> objections) {
        List<String> told = objections.stream().limit(MOST_REASONS).toList();
        if (signatures == 1) {
            return "its signature " + told.getFirst();
        }
        return signatures + " signatures, none that is trusted: one " + String.join("; one ", told)
                + (objections.size() > told.size() ? "; and more" : "");
    }

    /** @param signer who signed, as far as that counts; @param objection why it does not, empty = it does */
    private record Verdict(String signer, String objection) {

        static Verdict no(String objection) {
            return new Verdict("", objection);
        }
    }

    private Verdict judge(SignedPayload signed, Instant now) {
        for (TrustRoots.NamedKey each : roots.keys()) {
            if (signed.verifies(each.key())) {
                return new Verdict(each.name(), "");
            }
        }
        if (signed.certificate().isEmpty()) {
            return Verdict.no(
                    roots.keys().isEmpty() ? "is by a key, not by a certificate" : "is by a key that is not trusted");
        }
        List<X509Certificate> own = TrustRoots.certificates(signed.certificate());
        if (own.isEmpty()) {
            return Verdict.no("has a certificate that cannot be read");
        }
        if (!signed.verifies(own.getFirst().getPublicKey())) {
            return Verdict.no("does not fit the certificate that it comes with");
        }
        if (roots.authorities().isEmpty()) {
            return Verdict.no("is by a certificate, not by a key that is trusted");
        }
        SignerCertificate signer = new SignerCertificate(own.getFirst(), TrustRoots.certificates(signed.chain()));
        // What a log saw in time stays signed when the certificate has ended.
        Instant at = signed.recorded(own.getFirst(), roots.logs()).orElse(now);
        return new Verdict(signer.shown(), signer.objection(roots, at));
    }
}
