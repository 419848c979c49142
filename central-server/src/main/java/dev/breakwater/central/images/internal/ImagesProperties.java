package dev.breakwater.central.images.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How central looks inside images: {@code breakwater.images.*}.
 *
 * @param scanMaxAge a scan older than this is stale: what it found counts as unknown, what was known stays marked so
 * @param packagesInMemory of how many packages in images the facts are kept in memory, over all images; each takes some 200
 *     bytes at the most
 */
@ConfigurationProperties("breakwater.images")
public record ImagesProperties(
        @DefaultValue("30d") Duration scanMaxAge,
        @DefaultValue("200000") long packagesInMemory) {

    public ImagesProperties {
        require(scanMaxAge.toHours() >= 1, "scan-max-age", scanMaxAge, "1h or more");
        require(packagesInMemory >= 0, "packages-in-memory", packagesInMemory, "0 or more");
    }

    private static void require(boolean holds, String name, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "breakwater.images." + name + " is '" + value + "'; allowed: " + allowed);
        }
    }
}
