package dev.breakwater.central.testing;

import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;

import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.central.vulnerabilities.internal.list.Recount;
import dev.breakwater.central.vulnerabilities.internal.match.Matching;
import dev.breakwater.engine.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is wrong with the images of a small fleet: some run in both clusters, some in one namespace only. */
public class VulnerableFleet {

    private final JdbcClient jdbc;
    private final ScannedImages scanned;
    private final FeedImport feeds;
    private final Matching matching;
    private final Recount recount;
    private boolean there;

    VulnerableFleet(JdbcClient jdbc, ScannedImages scanned, FeedImport feeds, Matching matching, Recount recount) {
        this.jdbc = jdbc;
        this.scanned = scanned;
        this.feeds = feeds;
        this.matching = matching;
        this.recount = recount;
    }

    /** Looks into the images of the fleet, if that was not done yet, and waits until all is counted. */
    public synchronized void in(SmallFleet fleet) {
        if (!there) {
            fleet.present();
            List<UUID> images = jdbc.sql(
                            "select distinct i.id from images i join workload_images u on u.image_id = i.id"
                                    + " where i.name like '%registry.example/%' and i.digest is null order by i.id")
                    .query(UUID.class)
                    .list();
            for (int i = 0; i < images.size(); i++) {
                scanned.store(new ScannedContent(
                        ImageContentsFixture.of("sha256:" + "%064x".formatted(0xfee7L + i))
                                .deb("openssl", "3.0." + i % 3)
                                .deb("bash", "5.2")
                                .npm("left-pad-" + i, "1.0.0")
                                .build(),
                        Set.of(),
                        images.get(i),
                        true,
                        "central",
                        "test",
                        Instant.now()));
            }
            feeds.take(AdvisoryFixture.feed(
                    "small-fleet",
                    advisory("CVE-2026-7001").severity(Severity.CRITICAL).in("Debian:12", "openssl", "3.0.2"),
                    advisory("CVE-2026-7002").severity(Severity.LOW).in("Debian:12", "bash", ""),
                    advisory("GHSA-small").alias("CVE-2026-7003").in("npm", "left-pad-0", "1.0.1"),
                    advisory("GHSA-other").severity(Severity.MEDIUM).in("npm", "left-pad-1", "1.0.1")));
            there = true;
        }
        settle();
    }

    /** Until nothing waits to be matched or counted; the worker of the application may be at it, too. */
    public void settle() {
        do {
            matching.some();
            recount.some();
        } while (waiting() > 0);
    }

    private long waiting() {
        return jdbc.sql("select (select count(*) from package_due) + (select count(*) from vulnerability_due)"
                        + " + (select count(*) from recount_due)")
                .query(Long.class)
                .single();
    }
}
