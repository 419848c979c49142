package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Lockfiles and advisories of another scanner's tests give the findings that it expects. */
class LockfileFindingsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();

    private static final Map<String, String> ECOSYSTEMS = Map.of(
            "npm",
            "npm",
            "pip",
            "PyPI",
            "nuget",
            "NuGet",
            "erlang",
            "Hex",
            "pub",
            "Pub",
            "swift",
            "SwiftURL",
            "cocoapods",
            "CocoaPods",
            "conan",
            "ConanCenter");

    private static final List<String> SEVERITIES = List.of("UNKNOWN", "LOW", "MODERATE", "HIGH", "CRITICAL");

    @TempDir
    private Path feeds;

    @Test
    void findsWhatAnotherScannerExpects() throws IOException {
        Path corpus = corpus();
        writeFeed(corpus.resolve("db"));
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(corpus.resolve("manifest.tsv")).stream()
                .skip(1)
                .toList()) {
            String project = line.split("\t")[0];
            JsonNode report =
                    JSON.readTree(Files.readAllBytes(corpus.resolve("expected").resolve(line.split("\t")[1])));
            for (JsonNode result : report.path("Results")) {
                String target = result.path("Target").asString();
                result.path("Vulnerabilities").forEach(one -> expected.add(expected(project, target, one)));
                found.addAll(
                        scan(project, corpus.resolve("repo").resolve(project).resolve(target)));
            }
        }

        assertThat(expected).hasSize(16);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }

    /** Where the other names the fixes of all branches, the one of the installed branch is expected here: the least that mends it. */
    private static String expected(String project, String target, JsonNode one) {
        String fixed = one.path("FixedVersion").asString();
        return String.join(
                "  ",
                project + "/" + target,
                one.path("PkgName").asString(),
                one.path("InstalledVersion").asString(),
                one.path("VulnerabilityID").asString(),
                fixed.substring(fixed.lastIndexOf(' ') + 1),
                one.path("Severity").asString());
    }

    private List<String> scan(String project, Path lockfile) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Bwctl.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "sbom",
                "scan",
                lockfile.toString(),
                "--feeds",
                feeds.toString(),
                "-o",
                "json");
        assertThat(code).as(err.toString()).isZero();
        List<String> rows = new ArrayList<>();
        for (JsonNode finding : JSON.readTree(out.toString()).path("findings")) {
            rows.add(String.join(
                    "  ",
                    project + "/" + lockfile.getFileName(),
                    finding.path("package").path("name").asString(),
                    finding.path("package").path("version").asString(),
                    finding.path("id").asString(),
                    finding.path("fixedVersion").asString(),
                    finding.path("severity").asString()));
        }
        return rows;
    }

    /** The other scanner's fixtures in the format that everybody exchanges: a range, and the version that mends it. */
    private void writeFeed(Path db) throws IOException {
        Map<String, JsonNode> details = new TreeMap<>();
        Map<String, ObjectNode> advisories = new TreeMap<>();
        YAML.readTree(Files.readAllBytes(db.resolve("vulnerability.yaml")))
                .path(0)
                .path("pairs")
                .forEach(pair -> details.put(pair.path("key").asString(), pair.path("value")));
        List<Path> files;
        try (Stream<Path> all = Files.list(db)) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            for (JsonNode bucket : YAML.readTree(Files.readAllBytes(file))) {
                String ecosystem =
                        ECOSYSTEMS.get(bucket.path("bucket").asString().split("::")[0]);
                if (ecosystem == null || !bucket.path("bucket").asString().contains("::")) {
                    continue;
                }
                for (JsonNode one : bucket.path("pairs")) {
                    for (JsonNode pair : one.path("pairs")) {
                        String id = pair.path("key").asString();
                        ObjectNode advisory =
                                advisories.computeIfAbsent(id, key -> advisory(key, details.getOrDefault(key, pair)));
                        affected(advisory, ecosystem, one.path("bucket").asString(), pair.path("value"));
                    }
                }
            }
        }
        Files.write(feeds.resolve("fixtures.json"), JSON.writeValueAsBytes(advisories.values()));
    }

    private static ObjectNode advisory(String id, JsonNode detail) {
        ObjectNode advisory = JSON.createObjectNode().put("id", id).put("modified", "2021-08-25T00:00:00Z");
        int vendor = detail.path("VendorSeverity").path("ghsa").asInt(0);
        String word =
                vendor > 0 ? SEVERITIES.get(vendor) : detail.path("Severity").asString("UNKNOWN");
        advisory.putObject("database_specific").put("severity", word);
        advisory.putArray("affected");
        return advisory;
    }

    private static void affected(ObjectNode advisory, String ecosystem, String name, JsonNode value) {
        ObjectNode affected = ((ArrayNode) advisory.path("affected")).addObject();
        affected.putObject("package").put("ecosystem", ecosystem).put("name", name);
        ArrayNode ranges = affected.putArray("ranges");
        for (int i = 0; i < value.path("VulnerableVersions").size(); i++) {
            String constraint = value.path("VulnerableVersions").path(i).asString();
            String introduced = "0";
            for (String part : constraint.split(",")) {
                introduced = part.strip().startsWith(">=")
                        ? part.strip().substring(2).strip()
                        : introduced;
            }
            ArrayNode events = ranges.addObject().put("type", "ECOSYSTEM").putArray("events");
            events.addObject().put("introduced", introduced);
            events.addObject()
                    .put("fixed", value.path("PatchedVersions").path(i).asString());
        }
    }

    private static Path corpus() {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        Assumptions.assumeTrue(corpus != null, "BREAKWATER_CORPUS is not set: no lockfiles");
        Path scans = Path.of(corpus, "scan", "trivy");
        Assumptions.assumeTrue(Files.exists(scans), () -> "no " + scans);
        return scans;
    }
}
