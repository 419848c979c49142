package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.policy.linked.Linked.OfContainer;
import java.util.regex.Pattern;

/** The user id that a container's process starts with. */
final class EffectiveUser {

    private static final Pattern ID = Pattern.compile("[0-9]{1,10}");

    private EffectiveUser() {}

    /** As the container or pod sets it, else as the image's configuration says: {@code user}, {@code user:group} or nothing. */
    static Observed<Double> idOf(OfContainer in) {
        Long set = in.container().security().runAsUser();
        if (set != null) {
            return Observed.known(set.doubleValue());
        }
        return switch (in.image().user()) {
            case Observed.Known<String>(String user) -> ofImage(user.strip());
            case Observed.Unknown<String>(UnknownReason reason, String detail) -> Observed.unknown(reason, detail);
        };
    }

    private static Observed<Double> ofImage(String user) {
        int colon = user.indexOf(':');
        String name = colon < 0 ? user : user.substring(0, colon);
        if (name.isEmpty() || name.equals("root")) {
            return Observed.known(0.0);
        }
        if (ID.matcher(name).matches()) {
            return Observed.known(Double.valueOf(name));
        }
        // A name can stand for any id, 0 too: the node refuses to guess as well when runAsNonRoot is set.
        return Observed.unknown(
                UnknownReason.UNRESOLVED, "The image names the user " + name + " without saying its id.");
    }
}
