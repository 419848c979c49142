package dev.breakwater.central.images;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An image that another one is built on.
 *
 * @param recognisedBy how it is known to be that
 * @param name with registry and tag, empty = only its digest is known
 * @param digest {@code null} = only a name is known
 * @param contentId what is in it, {@code null} = nobody has looked
 * @param layers of the image above it, from the bottom, that are its layers; 0 = not known
 * @param newer images of the same series that were looked into, the newest first
 * @param outlook what can be put in its place
 */
public record BaseImage(
        List<Recognised> recognisedBy,
        String name,
        @Nullable String digest,
        @Nullable Integer contentId,
        int layers,
        List<Newer> newer,
        Outlook outlook) {

    public BaseImage {
        recognisedBy = List.copyOf(recognisedBy);
        newer = List.copyOf(newer);
    }

    /** How a base is known. */
    public enum Recognised {
        /** The labels {@code org.opencontainers.image.base.name} and {@code .digest} name it. */
        LABELS,
        /** Its layers are the lowest of the image. */
        LAYERS
    }

    /**
     * A newer image of the same series.
     *
     * @param name with registry and tag
     * @param contentId what is in it
     * @param builtAt {@code null} = it does not say
     */
    public record Newer(
            String name,
            String digest,
            int contentId,
            @Nullable Instant builtAt,
            Instant scannedAt) {}

    /** Whether something is known that could be put in its place. */
    public enum State {
        CANDIDATE,
        NO_CANDIDATE
    }

    /**
     * What can be put in its place.
     *
     * @param reason why there is no candidate, empty = there is one
     * @param advice what to do so that there is one, empty = nothing, or there is one
     * @param toScan the image that ought to be looked into, empty = none
     * @param toWatch the repository that ought to be watched, empty = none
     */
    public record Outlook(State state, String reason, String advice, String toScan, String toWatch) {

        /** There is a candidate. */
        public static final Outlook CANDIDATE = new Outlook(State.CANDIDATE, "", "", "", "");
    }

    /** As people are told of it: its name, else its digest. */
    public String title() {
        return !name.isEmpty() ? name : digest == null ? "an image without a name" : digest;
    }
}
