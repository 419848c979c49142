package dev.breakwater.engine.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.kubernetes.Manifests;
import dev.breakwater.engine.kubernetes.OpenGuard;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.Verdict.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Manifests that other projects labelled, judged by the policies that stand for their rules. */
class OracleTest {

    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");
    private static final double ENOUGH = 0.98;

    /** @param document from 1, 0 = anything in the file */
    private record Labelled(
            String source, String control, String rule, String file, int document, String expected, String mode) {}

    private Path folder = Path.of("");

    @Test
    void agreesWithWhatOthersSaw() throws IOException {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        Assumptions.assumeTrue(corpus != null, "BREAKWATER_CORPUS is not set: no labelled manifests");
        folder = Path.of(Objects.requireNonNull(corpus), "oracle");
        OracleMapping mapping = OracleMapping.read();
        int agreeing = 0;
        int plain = 0;
        Set<String> otherwise = new TreeSet<>();
        for (Labelled label : labels()) {
            // A neutral score says nothing of the single control.
            if (!label.mode().equals("plain") || label.expected().equals("neutral")) {
                continue;
            }
            plain++;
            String found = mapping.of(label.source(), label.control(), label.rule())
                    .map(policy -> judged(policy, label))
                    .orElse("no policy");
            if (found.equals(label.expected())) {
                agreeing++;
            } else {
                otherwise.add(label.source() + "/" + label.rule() + " " + label.file() + "#" + label.document()
                        + ": expected " + label.expected() + ", found " + found);
            }
        }
        otherwise.forEach(line -> System.out.println("oracle: " + line));
        System.out.println("oracle: " + agreeing + " of " + plain + " agree");
        assertThat((double) agreeing / plain).as("%s", otherwise).isGreaterThanOrEqualTo(ENOUGH);
        assertThat(explained())
                .as("differences that the documentation explains")
                .containsAll(keys(otherwise));
    }

    private String judged(Policy policy, Labelled label) {
        List<tools.jackson.databind.JsonNode> objects = new ArrayList<>();
        for (Path file : files(folder.resolve(label.file()))) {
            objects.addAll(Manifests.read(read(file)).objects());
        }
        CompiledPolicies policies = CompiledPolicies.compile(List.of(policy));
        List<Outcome> outcomes = new ManifestCheck(policies, OpenGuard.OPEN, ManifestCheck.Absence.IS_A_FACT)
                .check(objects, NOW).judged().stream()
                        .filter(one -> label.document() == 0 || one.index() == label.document() - 1)
                        .flatMap(one -> one.verdicts().stream())
                        .map(verdict -> verdict.outcome())
                        .toList();
        if (outcomes.contains(Outcome.VIOLATED)) {
            return "fail";
        }
        return outcomes.contains(Outcome.UNKNOWN) ? "unknown" : "pass";
    }

    private List<Labelled> labels() throws IOException {
        return Files.readAllLines(folder.resolve("manifest.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cell -> new Labelled(
                        cell[0],
                        cell[1],
                        cell[2],
                        cell[3],
                        cell[4].equals("*") ? 0 : Integer.parseInt(cell[4]),
                        cell[5],
                        cell[6]))
                .toList();
    }

    private static List<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (var files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> keys(Set<String> otherwise) {
        Set<String> keys = new TreeSet<>();
        otherwise.forEach(line -> keys.add(line.substring(0, line.indexOf(' '))));
        return keys;
    }

    /** The rules that the page of differences has a heading for. */
    private static Set<String> explained() throws IOException {
        Set<String> rules = new TreeSet<>();
        for (String line : Files.readAllLines(page().orElseThrow())) {
            if (line.startsWith("### ")) {
                rules.add(line.substring(4).strip());
            }
        }
        return rules;
    }

    private static Optional<Path> page() {
        return Optional.of(Path.of("../docs/explanation/verdict-differences.md"))
                .filter(Files::exists);
    }
}
