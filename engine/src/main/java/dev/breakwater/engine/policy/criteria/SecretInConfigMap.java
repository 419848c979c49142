package dev.breakwater.engine.policy.criteria;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.linked.Level;
import dev.breakwater.engine.policy.linked.Linked.OfObject;
import java.util.List;
import java.util.Map;

/** Whether a config map holds a secret. */
final class SecretInConfigMap extends FlagCriterion<OfObject> {

    private static final int MOST_LINES = 2_000;
    private static final int LONGEST_LINE = 2_000;
    private static final Pattern SETTING = Pattern.compile(
            "\\s*(?:export\\s+|-\\s+)?[\"']?([A-Za-z_][A-Za-z0-9_.-]{0,100})[\"']?\\s*[=:]\\s*[\"']?([^\\s\"'].*?)[\"',;]*\\s*");

    SecretInConfigMap() {
        super("Secret In Config Map", Level.OBJECT, "Whether an entry of a config map is, or looks like, a secret.");
    }

    @Override
    Observed<Boolean> read(OfObject of) {
        return Observed.known(!secrets(of).isEmpty());
    }

    @Override
    public boolean appliesTo(OfObject of) {
        return of.resource().content() instanceof Resource.OfConfigMap;
    }

    /** Whether one of the settings in a whole file looks secret. */
    private static boolean hasSecretLine(Text text) {
        String value = text.value();
        return value != null
                && value.lines().limit(MOST_LINES).anyMatch(line -> {
                    Matcher setting = SETTING.matcher(line);
                    return line.length() <= LONGEST_LINE
                            && setting.matches()
                            && SecretNames.looksSecret(setting.group(1), Text.plain(setting.group(2)));
                });
    }

    private static List<String> secrets(OfObject of) {
        return of.resource().content() instanceof Resource.OfConfigMap found
                ? found.entries().entrySet().stream()
                        .filter(entry -> SecretNames.looksSecret(entry.getKey(), entry.getValue())
                                || hasSecretLine(entry.getValue()))
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList()
                : List.of();
    }

    @Override
    public Sighting see(OfObject of, Policy.Group group) {
        String keys = String.join(", ", secrets(of));
        return new Sighting(
                of.words() + (keys.isEmpty() ? " holds no secret." : " holds a secret in " + keys + "."),
                "data",
                keys,
                "data");
    }
}
