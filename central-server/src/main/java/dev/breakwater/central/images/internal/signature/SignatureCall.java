package dev.breakwater.central.images.internal.signature;

import dev.breakwater.central.images.VerifierDraft;
import dev.breakwater.central.images.VerifierTest;
import dev.breakwater.central.images.internal.registry.RegistryAccesses;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.engine.model.ImageName;
import dev.breakwater.scanner.ImageSource;
import dev.breakwater.scanner.RegistryAccess;
import dev.breakwater.scanner.signature.FoundSignatures;
import dev.breakwater.scanner.signature.SignatureCheck;
import dev.breakwater.scanner.signature.SignatureCheck.State;
import dev.breakwater.scanner.signature.SignatureFinder;
import dev.breakwater.scanner.signature.SignatureVerifier;
import dev.breakwater.scanner.signature.TrustRoots;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Tries a verifier with an image, as a look would. */
@Component
class SignatureCall {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/@\\[\\]-]{0,499}");

    private final RegistryAccesses accesses;
    private final Clock clock;

    SignatureCall(RegistryAccesses accesses, Clock clock) {
        this.accesses = accesses;
        this.clock = clock;
    }

    VerifierTest test(VerifierDraft draft, TrustRoots roots, String image) {
        if (!NAME.matcher(image).matches()) {
            throw new InvalidRequest(
                    "image", image, "a name with its registry, such as registry.example.com/shop/web:1.2");
        }
        ImageName name = ImageName.parse(image);
        boolean speaksOf = VerifierCheck.speakOf(draft.images(), name.registry() + "/" + name.repository());
        long begin = System.nanoTime();
        Optional<RegistryAccess> access = accesses.to(name.registry()).access();
        if (access.isEmpty()) {
            throw new InvalidRequest("image", image, "an image of a registry that is among the registries");
        }
        try {
            FoundSignatures found =
                    SignatureFinder.find(new ImageSource.Registry(name.canonical(), access.get()), host -> {});
            SignatureCheck check = new SignatureVerifier(roots).verify(found, clock.instant());
            return new VerifierTest(
                    check.state(),
                    check.digest(),
                    check.signers(),
                    check.reason(),
                    found.signatures().size() + found.unread(),
                    speaksOf,
                    since(begin));
        } catch (IOException e) {
            return new VerifierTest(
                    State.UNKNOWN,
                    "",
                    List.of(),
                    "signatures could not be read: " + e.getMessage(),
                    0,
                    speaksOf,
                    since(begin));
        }
    }

    private static long since(long begin) {
        return (System.nanoTime() - begin) / 1_000_000;
    }
}
