package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Resources;
import io.fabric8.kubernetes.api.model.Quantity;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads resource requests and limits. */
final class Quantities {

    /** Short enough that no exponent can blow up the number that it stands for. */
    private static final Pattern FORM =
            Pattern.compile("[+-]?(\\d{1,18}(\\.\\d{0,18})?|\\.\\d{1,18})([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d{1,2})?");

    private Quantities() {}

    static Resources of(JsonNode container) {
        JsonNode resources = Tree.at(container, "resources");
        return new Resources(
                cores(resources, "requests.cpu"),
                cores(resources, "limits.cpu"),
                bytes(resources, "requests.memory"),
                bytes(resources, "limits.memory"));
    }

    private static @Nullable Double cores(JsonNode resources, String path) {
        BigDecimal amount = amount(Tree.text(resources, path));
        return amount == null ? null : amount.doubleValue();
    }

    private static @Nullable Long bytes(JsonNode resources, String path) {
        BigDecimal amount = amount(Tree.text(resources, path));
        return amount == null
                ? null
                : amount.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }

    private static @Nullable BigDecimal amount(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        try {
            BigDecimal amount = Quantity.getAmountInBytes(Quantity.parse(text));
            return amount == null || amount.signum() < 0 ? null : amount;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }
}
