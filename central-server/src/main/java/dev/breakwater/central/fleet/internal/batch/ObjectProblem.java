package dev.breakwater.central.fleet.internal.batch;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An object that central could not read or process.
 *
 * @param objectId as the sensor said, {@code null} if not even that was readable
 * @param place the object in words
 * @param detail what is wrong, to be shown
 */
public record ObjectProblem(@Nullable UUID objectId, String place, String detail) {

    private static final int MAX_PLACE = 600;
    private static final int MAX_DETAIL = 1000;

    public ObjectProblem {
        place = shown(place, MAX_PLACE);
        detail = shown(detail, MAX_DETAIL);
    }

    // PostgreSQL takes no NUL in a text, and such an object is the very thing that may stand here.
    private static String shown(String text, int max) {
        String shorter = text.length() <= max ? text : text.substring(0, max) + "…";
        return shorter.replace('\0', '�');
    }
}
