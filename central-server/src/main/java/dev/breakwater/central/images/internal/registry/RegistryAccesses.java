package dev.breakwater.central.images.internal.registry;

import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.internal.ImagesProperties;
import dev.breakwater.scanner.RegistryAccess;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How the registry in an image's name is reached. One that nobody set is called only if the operator lists it: the names of
 * images come from clusters, and must not make central call whatever host they name.
 */
@Component
public class RegistryAccesses {

    /**
     * What is set for a host.
     *
     * @param access with its mirrors, empty = it is not called from here
     * @param scannedBy who looks into its images
     */
    public record Way(Optional<RegistryAccess> access, ScannedBy scannedBy) {}

    private final RegistryTable table;
    private final List<String> anonymous;

    RegistryAccesses(RegistryTable table, ImagesProperties properties) {
        this.table = table;
        this.anonymous = properties.anonymous().stream()
                .map(host -> host.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** The way to a host. */
    public Way to(String host) {
        List<RegistryTable.Open> set = table.ofHost(host);
        Optional<RegistryTable.Open> own =
                set.stream().filter(one -> one.mirrorOf().isEmpty()).findFirst();
        List<RegistryAccess> mirrors = set.stream()
                .filter(one -> !one.mirrorOf().isEmpty())
                .map(RegistryAccesses::of)
                .toList();
        if (own.isPresent()) {
            return new Way(
                    Optional.of(of(own.get()).mirroredBy(mirrors)), own.get().scannedBy());
        }
        return new Way(
                isAnonymous(host) || !mirrors.isEmpty()
                        ? Optional.of(RegistryAccess.anonymous(host).mirroredBy(mirrors))
                        : Optional.empty(),
                ScannedBy.CENTRAL);
    }

    private boolean isAnonymous(String host) {
        return anonymous.contains("*") || anonymous.contains(host.toLowerCase(Locale.ROOT));
    }

    static RegistryAccess of(RegistryTable.Open registry) {
        return new RegistryAccess(
                registry.host(),
                registry.username(),
                registry.secret(),
                "",
                registry.caPem(),
                registry.plainHttp(),
                List.of());
    }
}
