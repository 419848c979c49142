package dev.breakwater.engine.fix;

import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.engine.model.Container;
import dev.breakwater.engine.model.EnvVar;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Reads a text that was written in place of a value that stayed in the cluster as that value again. */
final class KnownSecrets implements SecretGuard {

    private final Map<String, Text> redacted = new HashMap<>();

    KnownSecrets(WorkloadSpec spec) {
        Stream<Text> ofContainers = spec.template().containers().stream().flatMap(KnownSecrets::texts);
        Stream.of(
                        ofContainers,
                        spec.meta().annotations().values().stream(),
                        spec.template().annotations().values().stream())
                .flatMap(texts -> texts)
                .filter(Text::isRedacted)
                .forEach(text -> redacted.put(text.shown(), text));
    }

    private static Stream<Text> texts(Container container) {
        return Stream.of(
                        container.command().stream(),
                        container.args().stream(),
                        container.env().stream().map(EnvVar::value).filter(Objects::nonNull))
                .flatMap(texts -> texts);
    }

    @Override
    public Text guardEnv(String key, String value) {
        return guardText(key, value);
    }

    @Override
    public Text guardText(String key, String value) {
        return redacted.getOrDefault(value, Text.plain(value));
    }
}
