package dev.breakwater.ui;

import static dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture.advisory;

import dev.breakwater.central.images.ImageContentsFixture;
import dev.breakwater.central.images.ScannedContent;
import dev.breakwater.central.images.ScannedImages;
import dev.breakwater.central.vulnerabilities.internal.feed.AdvisoryFixture;
import dev.breakwater.central.vulnerabilities.internal.feed.FeedImport;
import dev.breakwater.central.vulnerabilities.internal.list.Recount;
import dev.breakwater.central.vulnerabilities.internal.match.Matching;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The small fleet with one image that was looked into, and a feed that knows something bad of it. */
@TestComponent
public class VulnerableConsole {

    public static final String FIXABLE = "CVE-2026-7101";
    /** A feed speaks of it; nothing that was looked into has it. */
    public static final String NOWHERE = "CVE-2026-7199";

    public static final String DIGEST = "sha256:" + "c".repeat(64);

    private static final String WORKLOAD = "svc-12";

    private final ConsoleFixture fixture;
    private final ScannedImages scans;
    private final FeedImport feeds;
    private final Matching matching;
    private final Recount recount;
    private final JdbcClient jdbc;
    private boolean there;

    VulnerableConsole(
            ConsoleFixture fixture,
            ScannedImages scans,
            FeedImport feeds,
            Matching matching,
            Recount recount,
            JdbcClient jdbc) {
        this.fixture = fixture;
        this.scans = scans;
        this.feeds = feeds;
        this.matching = matching;
        this.recount = recount;
        this.jdbc = jdbc;
    }

    /** Once for all tests of a context; waits until all is counted. */
    public synchronized void find() {
        fixture.send();
        if (!there) {
            UUID image = jdbc.sql("select id from images where repository = ?")
                    .param(WORKLOAD)
                    .query(UUID.class)
                    .single();
            scans.store(new ScannedContent(
                    ImageContentsFixture.of(DIGEST)
                            .deb("openssl", "3.0.11")
                            .deb("bash", "5.2")
                            .npm("left-pad", "1.3.0")
                            .build(),
                    Set.of(),
                    image,
                    true,
                    "central",
                    "test",
                    Instant.now()));
            feeds.take(AdvisoryFixture.feed("console-feed", advisories()));
            there = true;
        }
        do {
            matching.some();
            recount.some();
        } while (waiting() > 0);
    }

    /** As many as there have to be of Debian, so that what they do not name is clean. */
    private static AdvisoryFixture[] advisories() {
        return Stream.concat(
                        Stream.of(
                                advisory(FIXABLE).severity(Severity.CRITICAL).in("Debian:12", "openssl", "3.0.15"),
                                advisory(NOWHERE).severity(Severity.CRITICAL).in("Debian:12", "nobody-has-this", "1"),
                                advisory("CVE-2026-7102").severity(Severity.LOW).in("Debian:12", "bash", "")),
                        IntStream.range(0, 2_500)
                                .mapToObj(i ->
                                        advisory("CVE-2015-" + (10_000 + i)).in("Debian:12", "nobody-has-" + i, "1")))
                .toArray(AdvisoryFixture[]::new);
    }

    /** Loads a catalogue that lists one vulnerability as exploited. */
    public void bringCatalogue(String name, String cve, LocalDate since) {
        feeds.take(AdvisoryFixture.signals(
                name,
                new ExploitSignals(
                        Map.of(), Map.of(cve, new ExploitSignals.KnownExploited(since, null, false, "Update.")))));
    }

    /** Loads a feed of one advisory that nobody needs. */
    public void bringFeed(String name) {
        feeds.take(AdvisoryFixture.feed(name, advisory("PYSEC-2026-1").in("PyPI", "nobody-has-this", "1")));
    }

    private long waiting() {
        return jdbc.sql("select (select count(*) from package_due) + (select count(*) from vulnerability_due)"
                        + " + (select count(*) from recount_due)")
                .query(Long.class)
                .single();
    }

    String cluster() {
        return fixture.cluster();
    }
}
