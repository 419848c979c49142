package dev.breakwater.central.detection.web;

import dev.breakwater.central.platform.InvalidRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The entity tag of a violation: how many decisions of people it has seen. */
final class EntityTag {

    private static final Pattern TAG = Pattern.compile("\"?(\\d{1,9})\"?");

    private EntityTag() {}

    static String of(int decisions) {
        return "\"" + decisions + "\"";
    }

    /** The decisions that {@code If-Match} tells of, {@code null} if there is none. */
    static @Nullable Integer decisions(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) {
            return null;
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new InvalidRequest("If-Match", ifMatch, "the ETag of the violation as it was read");
        }
        return Integer.valueOf(tag.group(1));
    }
}
