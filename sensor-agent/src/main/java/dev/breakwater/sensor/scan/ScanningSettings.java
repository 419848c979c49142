package dev.breakwater.sensor.scan;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How images are fetched.
 *
 * @param pullSecrets files in Docker's {@code config.json} form, or folders with such files; read anew for each scan
 * @param plainHttp hosts that may be spoken to by {@code http}
 * @param trusted certificates (PEM) to trust besides those of the Java runtime, {@code null} = none
 */
public record ScanningSettings(
        List<Path> pullSecrets,
        Set<String> plainHttp,
        @Nullable Path trusted) {

    public ScanningSettings {
        pullSecrets = List.copyOf(pullSecrets);
        plainHttp = Set.copyOf(plainHttp);
    }
}
