package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.Advisory;
import dev.breakwater.engine.vulnerability.AdvisoryIndex;
import dev.breakwater.engine.vulnerability.Affected;
import dev.breakwater.engine.vulnerability.FixState;
import dev.breakwater.engine.vulnerability.Match;
import dev.breakwater.engine.vulnerability.SeverityWords;
import dev.breakwater.engine.vulnerability.VersionRange;
import dev.breakwater.engine.vulnerability.ecosystem.Ecosystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Lockfiles and advisories of Trivy's own tests give the findings that Trivy gives; they lie beside the checkout. */
class TrivyFindingsTest {

    private static final String CORPUS = System.getenv("BREAKWATER_CORPUS");

    private static final Map<String, String> ECOSYSTEMS = Map.of(
            "npm",
            "npm",
            "pip",
            "PyPI",
            "swift",
            "SwiftURL",
            "cocoapods",
            "CocoaPods",
            "conan",
            "ConanCenter",
            "nuget",
            "NuGet",
            "erlang",
            "Hex",
            "pub",
            "Pub");

    private final Map<String, Severity> severities = new HashMap<>();

    @Test
    void findsWhatTrivyFinds() throws Exception {
        assumeThat(CORPUS).as("BREAKWATER_CORPUS names a folder of public data").isNotNull();
        Path root = Path.of(CORPUS, "scan/trivy");
        AdvisoryIndex advisories = advisories(root.resolve("db"));
        int results = 0;
        int findings = 0;
        for (String row : Files.readAllLines(root.resolve("manifest.tsv")).stream()
                .skip(1)
                .toList()) {
            String[] columns = row.split("\t");
            for (JsonNode result : JsonMapper.shared()
                    .readTree(root.resolve("expected").resolve(columns[1]))
                    .path("Results")) {
                String target = result.path("Target").asString();
                ImageContents contents =
                        ToldContents.of(root.resolve("repo").resolve(columns[0]).resolve(target));
                List<Match> matches =
                        advisories.match(contents.packages(), contents.os()).matches();
                assertThat(matches.stream().map(match -> shown(target, match)).sorted())
                        .as(row)
                        .containsExactlyElementsOf(expected(target, result));
                results++;
                findings += matches.size();
            }
        }
        assertThat(results).isEqualTo(12);
        assertThat(findings).isEqualTo(16);
    }

    private static String shown(String target, Match match) {
        String fixed = match.advisories().getFirst().affected().getFirst().ranges().stream()
                .map(VersionRange::fixed)
                .collect(Collectors.joining(", "));
        assertThat(fixed).contains(match.fixedVersion());
        assertThat(match.isCertain()).isTrue();
        return String.join(
                " ",
                target,
                match.installed().name(),
                match.installed().version(),
                match.id(),
                fixed,
                match.severity().name());
    }

    private static List<String> expected(String target, JsonNode result) {
        List<String> rows = new ArrayList<>();
        for (JsonNode each : result.path("Vulnerabilities")) {
            rows.add(String.join(
                    " ",
                    target,
                    each.path("PkgName").asString(),
                    each.path("InstalledVersion").asString(),
                    each.path("VulnerabilityID").asString(),
                    each.path("FixedVersion").asString(),
                    each.path("Severity").asString()));
        }
        return rows.stream().sorted().toList();
    }

    private AdvisoryIndex advisories(Path folder) throws IOException {
        YAMLMapper yaml = YAMLMapper.builder().build();
        for (JsonNode pair :
                yaml.readTree(folder.resolve("vulnerability.yaml")).path(0).path("pairs")) {
            severities.put(
                    pair.path("key").asString(),
                    SeverityWords.severity(pair.path("value").path("Severity").asString("")));
        }
        AdvisoryIndex index = new AdvisoryIndex();
        for (String file : List.of("nodejs", "python", "swift", "cocoapods", "conan", "nuget", "erlang", "pub")) {
            for (JsonNode source : yaml.readTree(folder.resolve(file + ".yaml"))) {
                String ecosystem =
                        ECOSYSTEMS.get(source.path("bucket").asString().split("::")[0]);
                for (JsonNode of : source.path("pairs")) {
                    for (JsonNode pair : of.path("pairs")) {
                        index.add(advisory(ecosystem, of.path("bucket").asString(), pair));
                    }
                }
            }
        }
        return index;
    }

    private Advisory advisory(String ecosystem, String name, JsonNode pair) {
        String id = pair.path("key").asString();
        Severity severity = severities.getOrDefault(id, Severity.UNKNOWN);
        JsonNode value = pair.path("value");
        List<VersionRange> ranges = new ArrayList<>();
        for (int at = 0; at < value.path("VulnerableVersions").size(); at++) {
            String range = value.path("VulnerableVersions").path(at).asString();
            String from = range.contains(">=") ? range.replaceFirst(".*>=\\s*([^,]+).*", "$1") : "";
            ranges.add(new VersionRange(
                    from, value.path("PatchedVersions").path(at).asString(""), ""));
        }
        Affected affected = new Affected(
                ecosystem, Ecosystem.of(ecosystem).normalised(name), ranges, List.of(), FixState.FIXED, null);
        return new Advisory(
                id,
                List.of(),
                List.of(),
                "trivy",
                severity,
                "",
                null,
                "",
                "",
                "",
                null,
                null,
                null,
                false,
                List.of(),
                List.of(affected));
    }
}
