package dev.breakwater.central.fleet.internal;

import java.time.Duration;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the sensor link.
 *
 * @param port where the link listens; 0 = any free port
 * @param address public {@code host:port} under which sensors reach it; central's certificate names the host
 * @param chartRepository Git repository with {@code helm/sensor} in it, as Argo CD reaches it; stands in the Application that the
 *     console offers
 * @param maxResyncs how many clusters may be read anew at a time; the others are told when to come back
 * @param maxConcurrentBatches how many batches may hold a database connection at a time; leaves the rest of the pool to people
 * @param maxBatchObjects the most objects of one batch
 * @param window the most batches that a sensor may have unacknowledged
 * @param heartbeat how often a sensor says that it is there
 * @param resyncIdle a resync that makes no progress for this long gives its place away
 * @param certificateLife how long a client certificate is valid
 * @param tokenLife how long an enrolment token can be used
 * @param enrolmentsPerPeer enrolments tried by one address in a minute
 * @param enrolmentsOverall enrolments tried by all addresses in a minute
 */
@ConfigurationProperties("breakwater.link")
public record LinkProperties(
        @DefaultValue("9443") int port,
        @DefaultValue("localhost:9443") String address,

        @DefaultValue("https://git.example.com/platform/breakwater.git")
        String chartRepository,

        @DefaultValue("4") int maxResyncs,
        @DefaultValue("8") int maxConcurrentBatches,
        @DefaultValue("500") int maxBatchObjects,
        @DefaultValue("4") int window,
        @DefaultValue("30s") Duration heartbeat,
        @DefaultValue("2m") Duration resyncIdle,
        @DefaultValue("90d") Duration certificateLife,
        @DefaultValue("24h") Duration tokenLife,
        @DefaultValue("30") int enrolmentsPerPeer,
        @DefaultValue("300") int enrolmentsOverall) {

    private static final int MAX_PORT = 65_535;
    private static final Pattern REPOSITORY = Pattern.compile("[A-Za-z][A-Za-z0-9+.@:/_~-]{3,500}");

    public LinkProperties {
        require(port >= 0 && port <= MAX_PORT, "port", port, "0 to " + MAX_PORT);
        LinkAddress.parse(address);
        require(
                REPOSITORY.matcher(chartRepository).matches(),
                "chart-repository",
                chartRepository,
                "an address such as https://git.example.com/breakwater.git, without spaces and quotes");
        require(maxResyncs >= 1, "max-resyncs", maxResyncs, "1 or more");
        require(maxConcurrentBatches >= 1, "max-concurrent-batches", maxConcurrentBatches, "1 or more");
        require(maxBatchObjects >= 1 && maxBatchObjects <= 5_000, "max-batch-objects", maxBatchObjects, "1 to 5000");
        require(window >= 1 && window <= 64, "window", window, "1 to 64");
        require(heartbeat.toSeconds() >= 1, "heartbeat", heartbeat, "1s or more");
        require(resyncIdle.isPositive(), "resync-idle", resyncIdle, "more than 0");
        require(certificateLife.toMinutes() >= 1, "certificate-life", certificateLife, "1m or more");
        require(tokenLife.isPositive(), "token-life", tokenLife, "more than 0");
        require(enrolmentsPerPeer >= 1, "enrolments-per-peer", enrolmentsPerPeer, "1 or more");
        require(enrolmentsOverall >= 1, "enrolments-overall", enrolmentsOverall, "1 or more");
    }

    /** The public address, in parts. */
    public LinkAddress publicAddress() {
        return LinkAddress.parse(address);
    }

    /** Without a word for this long, a cluster counts as silent. */
    public Duration silentAfter() {
        return heartbeat.multipliedBy(3);
    }

    private static void require(boolean holds, String name, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException("breakwater.link." + name + " is '" + value + "'; allowed: " + allowed);
        }
    }
}
