package dev.breakwater.bench.feed;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.vulnerability.AdvisoryIndex;
import dev.breakwater.feeds.Feed;
import dev.breakwater.feeds.FeedFile;
import dev.breakwater.feeds.FeedFolder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Reads an invented feed of advisories in OSV's format, and matches packages with it. The first argument says how many advisories
 * (200,000), the second how many rounds (3); the same numbers give the same feed.
 */
public final class FeedBench {

    private static final int PACKAGES = 40_000;
    private static final int INSTALLED = 1_000;

    private FeedBench() {}

    public static void main(String[] args) throws IOException {
        int advisories = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path folder = Files.createTempDirectory("breakwater-feeds");
        Path feed = folder.resolve("osv.zip");
        try {
            long unpacked = write(feed, advisories);
            System.out.printf(
                    Locale.ROOT,
                    "%,d advisories, %,d MiB, packed %,d MiB%n",
                    advisories,
                    unpacked >> 20,
                    Files.size(feed) >> 20);
            List<InstalledPackage> packages = packages();
            for (int round = 1; round <= rounds; round++) {
                read(feed, packages, round);
            }
            for (int round = 1; round <= rounds; round++) {
                long start = System.nanoTime();
                int matches = FeedFolder.open(folder)
                        .match(packages, null, new FeedFolder.Age(Instant.now(), Duration.ofDays(7)))
                        .found()
                        .matches()
                        .size();
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %,d packages with the folder: %,d matches in %.2f s%n",
                        round,
                        packages.size(),
                        matches,
                        seconds(start));
            }
        } finally {
            Files.deleteIfExists(feed);
            Files.deleteIfExists(folder);
        }
    }

    private static void read(Path feed, List<InstalledPackage> packages, int round) throws IOException {
        AdvisoryIndex index = new AdvisoryIndex();
        long start = System.nanoTime();
        Feed read = FeedFile.of(feed).read(index::add);
        double reading = seconds(start);
        start = System.nanoTime();
        int matches = index.match(packages, null).matches().size();
        System.out.printf(
                Locale.ROOT,
                "round %d: read whole in %.2f s, %,.0f a second; %,d packages with all of it in memory: %,d matches in %.3f s%n",
                round,
                reading,
                read.advisories() / reading,
                packages.size(),
                matches,
                seconds(start));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static List<InstalledPackage> packages() {
        List<InstalledPackage> packages = new ArrayList<>();
        for (int i = 0; i < INSTALLED; i++) {
            packages.add(new InstalledPackage(
                    "package-" + i * 37 % PACKAGES, "2." + i % 9 + ".1", "", PackageType.NPM, "", "", "", "", ""));
        }
        return packages;
    }

    private static long write(Path feed, int advisories) throws IOException {
        long bytes = 0;
        String details = "An attacker who can reach the service may read files that it may read. ".repeat(12);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(feed), 1 << 16);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < advisories; i++) {
                byte[] document = document(i, details).getBytes(StandardCharsets.UTF_8);
                zip.putNextEntry(new ZipEntry("GHSA-" + i + ".json"));
                zip.write(document);
                zip.closeEntry();
                bytes += document.length;
            }
        }
        return bytes;
    }

    private static String document(int i, String details) {
        StringBuilder versions = new StringBuilder();
        for (int minor = 0; minor < 30; minor++) {
            versions.append(minor == 0 ? "" : ", ").append("\"1.").append(minor).append(".0\"");
        }
        return """
                {"schema_version": "1.6.0", "id": "GHSA-%d", "modified": "2026-01-%02dT00:00:00Z", "published": "2025-01-01T00:00:00Z",
                 "aliases": ["CVE-2025-%d"], "summary": "Files can be read", "details": "%s",
                 "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:%s"}],
                 "affected": [{"package": {"ecosystem": "npm", "name": "package-%d"},
                   "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}, {"fixed": "1.%d.0"}, {"introduced": "2.0.0"}, {"fixed": "2.%d.3"}]}],
                   "versions": [%s]}],
                 "references": [{"type": "WEB", "url": "https://example.org/advisories/%d"}], "database_specific": {"severity": "HIGH"}}
                """.formatted(
                i, i % 28 + 1, 10_000 + i, details, i % 2 == 0 ? "N" : "L", i % PACKAGES, i % 30, i % 9, versions, i);
    }
}
