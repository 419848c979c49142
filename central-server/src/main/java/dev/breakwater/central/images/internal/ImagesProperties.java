package dev.breakwater.central.images.internal;

import dev.breakwater.central.images.ScanAges;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How central looks inside images: {@code breakwater.images.*}.
 *
 * @param workers how many images this replica looks into at once, 0 = none (others do)
 * @param poll how often to look for images that are to be scanned
 * @param scanMaxAge a scan older than this is stale: what it found counts as unknown, what was known stays marked so
 * @param rescanAfter an image that runs is scanned again after this time; less than the maximum age
 * @param timeout the most that one image takes
 * @param lease when a scan counts as in nobody's hands again, if whoever runs it says nothing of it
 * @param tries how often a scan that may go well later is tried before it counts as failed
 * @param firstPause after the first try that failed; twice as long after each one more, with chance in it
 * @param longestPause between two tries
 * @param retryAfter when a scan that failed for good is tried anew
 * @param anonymous registries that are asked without a name though nobody set them; {@code *} = whatever host the clusters name
 * @param signatures how often signatures of images that run are looked for anew, where a verifier speaks of them
 * @param watch how often the tags of repositories are looked at for newer images
 * @param packagesInMemory how many packages are kept in memory by what they are called, and as much again for the images that
 *     have them, where twenty take the room of one; each takes some 200 bytes at the most
 */
@ConfigurationProperties("breakwater.images")
public record ImagesProperties(
        @DefaultValue("2") int workers,
        @DefaultValue("10s") Duration poll,
        @DefaultValue("30d") Duration scanMaxAge,
        @DefaultValue("14d") Duration rescanAfter,
        @DefaultValue("30m") Duration timeout,
        @DefaultValue("2m") Duration lease,
        @DefaultValue("6") int tries,
        @DefaultValue("30s") Duration firstPause,
        @DefaultValue("2h") Duration longestPause,
        @DefaultValue("24h") Duration retryAfter,

        @DefaultValue({
            "docker.io",
            "quay.io",
            "ghcr.io",
            "gcr.io",
            "registry.k8s.io",
            "mcr.microsoft.com",
            "public.ecr.aws",
            "registry.access.redhat.com",
            "registry.gitlab.com"
        })
        List<String> anonymous,

        @DefaultValue("24h") Duration signatures,
        @DefaultValue("6h") Duration watch,
        @DefaultValue("200000") long packagesInMemory)
        implements ScanAges {

    public ImagesProperties {
        anonymous = List.copyOf(anonymous);
        require(workers >= 0 && workers <= 32, "workers", workers, "0 to 32");
        require(poll.isPositive(), "poll", poll, "more than 0");
        require(scanMaxAge.toHours() >= 1, "scan-max-age", scanMaxAge, "1h or more");
        require(
                rescanAfter.isPositive() && rescanAfter.compareTo(scanMaxAge) < 0,
                "rescan-after",
                rescanAfter,
                "less than the maximum age");
        require(timeout.isPositive(), "timeout", timeout, "more than 0");
        require(lease.toSeconds() >= 30, "lease", lease, "30s or more");
        require(tries >= 1 && tries <= 100, "tries", tries, "1 to 100");
        require(firstPause.isPositive(), "first-pause", firstPause, "more than 0");
        require(longestPause.compareTo(firstPause) >= 0, "longest-pause", longestPause, "the first pause or longer");
        require(retryAfter.isPositive(), "retry-after", retryAfter, "more than 0");
        require(
                signatures.isPositive() && signatures.compareTo(scanMaxAge) < 0,
                "signatures",
                signatures,
                "less than the maximum age of scans");
        require(watch.isPositive(), "watch", watch, "more than 0");
        require(packagesInMemory >= 0, "packages-in-memory", packagesInMemory, "0 or more");
    }

    private static void require(boolean holds, String name, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "breakwater.images." + name + " is '" + value + "'; allowed: " + allowed);
        }
    }
}
