package dev.breakwater.sensor.watch;

import dev.breakwater.sensor.facts.Declarations;
import dev.breakwater.sensor.facts.Declarations.Declared;
import dev.breakwater.sensor.facts.Declarations.Told;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads resources of kind {@code SecurityPolicy}; whether they are policies is for central to say. */
public final class DeclaredPolicies {

    /** The API group of the kind. */
    public static final String GROUP = "breakwater.dev";

    /** The kind. */
    public static final String KIND = "SecurityPolicy";

    private static final Comparator<Declared> ORDER =
            Comparator.comparing(Declared::namespace).thenComparing(Declared::name);

    private DeclaredPolicies() {}

    /** Whether an object is of the kind. */
    public static boolean is(JsonNode object) {
        return object.path("kind").asString("").equals(KIND)
                && object.path("apiVersion").asString("").startsWith(GROUP + "/");
    }

    /** What an object of the kind declares. */
    public static Declared of(JsonNode object) {
        JsonNode spec = object.path("spec");
        String document = spec.isMissingNode() ? "{}" : spec.toString();
        boolean fits = document.getBytes(StandardCharsets.UTF_8).length <= Declarations.LONGEST;
        return new Declared(ObjectTranslator.namespace(object), ObjectTranslator.name(object), fits ? document : "");
    }

    /** As much of it as is sent, in an order of its own. */
    public static Told bounded(Collection<Declared> all, boolean incomplete) {
        List<Declared> some =
                all.stream().sorted(ORDER).limit(Declarations.MOST).toList();
        return new Told(some, incomplete || some.size() < all.size());
    }

    /** What people have to know if there are more than are sent. */
    public static Optional<String> excess(int number) {
        return number <= Declarations.MOST
                ? Optional.empty()
                : Optional.of(number + " security policies are declared; at most " + Declarations.MOST
                        + " are sent, the first by namespace and name, and none is removed");
    }
}
