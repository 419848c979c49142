package dev.breakwater.cli;

import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.Report.Identity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an earlier check found. */
final class Baseline {

    static final Baseline NONE = new Baseline(Set.of());

    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private final Set<Identity> identities;

    private Baseline(Set<Identity> identities) {
        this.identities = identities;
    }

    /**
     * Reads a report as {@code -o json} writes it.
     *
     * @throws IOException if it cannot be read, or is no such report
     */
    static Baseline read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("the baseline " + file + " has more than " + MOST_BYTES + " bytes");
        }
        try {
            JsonNode findings = JsonMapper.shared()
                    .readTree(Files.readString(file, StandardCharsets.UTF_8))
                    .path("findings");
            if (!findings.isArray()) {
                throw new IOException("the baseline " + file + " holds no findings; it is written by -o json");
            }
            Set<Identity> identities = new HashSet<>();
            for (JsonNode finding : findings) {
                JsonNode object = finding.path("object");
                identities.add(new Identity(
                        UUID.fromString(finding.path("policyId").asString("")),
                        object.path("kind").asString(""),
                        object.path("namespace").asString(""),
                        object.path("name").asString("")));
            }
            return new Baseline(identities);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("the baseline " + file + " is no report as -o json writes it", e);
        }
    }

    /** The report with what the earlier check found marked as known. */
    Report mark(Report report) {
        return identities.isEmpty()
                ? report
                : new Report(
                        report.findings().stream()
                                .map(finding -> identities.contains(finding.identity()) ? finding.known(true) : finding)
                                .toList(),
                        report.unknown(),
                        report.unreadable(),
                        report.objects(),
                        report.policies());
    }
}
