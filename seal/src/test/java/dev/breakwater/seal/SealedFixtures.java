package dev.breakwater.seal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A small sealed report. */
final class SealedFixtures {

    static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");

    private SealedFixtures() {}

    static Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("report.csv", "control,outcome\n4.1.1,FAIL\n".getBytes(StandardCharsets.UTF_8));
        files.put("report.json", "{\"items\":[]}".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    static Manifest manifest(Map<String, byte[]> files) {
        return new Manifest(
                Manifest.FORMAT,
                new Manifest.Report("job-1", null, "Weekly", "COMPLIANCE", "everything"),
                NOW,
                NOW,
                new TreeMap<>(Map.of("breakwater", "0.1.0", "nist-800-190", "2017")),
                List.of(new Manifest.Evidence("4.1.1 in dev", Digests.sha256("found"))),
                new Manifest.Head("2026-11-25", Digests.sha256("day")),
                files.entrySet().stream()
                        .map(file -> Manifest.Part.of(file.getKey(), file.getValue()))
                        .toList());
    }

    static byte[] bundle(KeyPair key) {
        byte[] json = manifest(files()).bytes();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            SealedBundle.write(
                    json,
                    Seal.of(Manifest.TYPE, json, key),
                    Map.of(
                            "report.csv",
                            () -> new ByteArrayInputStream(files().get("report.csv")),
                            "report.json",
                            () -> new ByteArrayInputStream(files().get("report.json"))),
                    out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
