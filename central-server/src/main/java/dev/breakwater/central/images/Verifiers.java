package dev.breakwater.central.images;

import java.util.List;
import java.util.UUID;

/**
 * Whose signatures on images count. Only administrators see and change them; every change is in the audit log. A change has
 * what is known of signatures verified anew, without fetching an image.
 */
public interface Verifiers {

    /** The most. */
    int MOST = 100;

    /** All of them, by name. */
    List<Verifier> list();

    /**
     * One.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id
     */
    Verifier get(UUID id);

    /**
     * A new one.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest naming the part that cannot be used
     * @throws dev.breakwater.central.platform.Conflict if the name is taken, or there are {@value #MOST}
     */
    Verifier create(VerifierDraft draft);

    Verifier update(UUID id, VerifierDraft draft);

    void delete(UUID id);

    /** Looks for signatures of an image and verifies them, as one is kept; waits for the registry. */
    VerifierTest test(UUID id, String image);

    /**
     * The same with one as somebody wants it, before it is kept.
     *
     * @param image a name with its registry, such as {@code registry.example.com/shop/web:1.2}
     */
    VerifierTest test(VerifierDraft draft, String image);
}
