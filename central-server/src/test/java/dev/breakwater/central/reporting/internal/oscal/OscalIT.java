package dev.breakwater.central.reporting.internal.oscal;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.breakwater.central.compliance.Attestation;
import dev.breakwater.central.compliance.AttestationFile;
import dev.breakwater.central.compliance.Attestations;
import dev.breakwater.central.compliance.Compliance;
import dev.breakwater.central.compliance.ComplianceRuns;
import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlExceptions;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.reporting.ReportContext;
import dev.breakwater.central.reporting.ReportDefinition;
import dev.breakwater.central.reporting.ReportDocument;
import dev.breakwater.central.reporting.ReportDraft;
import dev.breakwater.central.reporting.ReportFormat;
import dev.breakwater.central.reporting.ReportJob;
import dev.breakwater.central.reporting.ReportKind;
import dev.breakwater.central.testing.JudgingCentral;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Results of a real central as OSCAL, held against the schema that NIST publishes. */
class OscalIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    private final OscalRenderer renderer = new OscalRenderer(
            new ComplianceGroups(central.bean(Compliance.class)),
            central.bean(Attestations.class),
            central.bean(ControlExceptions.class));

    @Test
    void isValidAndCallsNothingSatisfiedButWhatPassed() throws IOException {
        central.send(
                deployment("oscal", "web", "registry.example.com/web:1", true),
                deployment("oscal", "app", "registry.example.com/app@sha256:" + "ab".repeat(32), false));
        central.bean(ComplianceRuns.class).run("test");

        JsonNode document = rendered(List.of(), AccessScope.EVERYTHING, "");

        assertThat(schema().validate(document)).isEmpty();
        JsonNode results = document.get("assessment-results").get("results");
        assertThat(results.size())
                .isEqualTo(central.bean(Compliance.class).standards().size());
        Set<String> states = new HashSet<>();
        for (JsonNode result : results) {
            Set<String> observed = new HashSet<>();
            result.get("observations")
                    .forEach(one -> observed.add(one.get("uuid").asString()));
            Set<String> items = new HashSet<>();
            result.path("local-definitions")
                    .path("inventory-items")
                    .forEach(item -> items.add(item.get("uuid").asString()));
            result.get("observations")
                    .forEach(one -> one.path("subjects")
                            .forEach(subject -> assertThat(items)
                                    .contains(subject.get("subject-uuid").asString())));
            for (JsonNode finding : result.path("findings")) {
                String outcome = finding.get("props").get(0).get("value").asString();
                String state = finding.get("target").get("status").get("state").asString();
                states.add(outcome + " " + state);
                assertThat(observed)
                        .contains(finding.get("related-observations")
                                .get(0)
                                .get("observation-uuid")
                                .asString());
            }
        }
        assertThat(states).contains("FAIL not-satisfied", "UNKNOWN not-satisfied", "MANUAL not-satisfied");
        assertThat(states).allMatch(state -> state.startsWith("PASS ") == state.endsWith(" satisfied"));
        assertThat(document.toString()).contains("\"name\":\"path\"").contains("privileged");
    }

    @Test
    void holdsOnlyTheStandardsAndControlsThatWereAskedFor() throws IOException {
        central.bean(ComplianceRuns.class).run("test");
        JsonNode results = rendered(List.of("nist-800-190"), AccessScope.EVERYTHING, "outcome:fail")
                .get("assessment-results")
                .get("results");
        assertThat(results.size()).isOne();
        for (JsonNode finding : results.get(0).get("findings")) {
            assertThat(finding.get("target").get("status").get("reason").asString())
                    .isEqualTo("fail");
            assertThat(finding.get("target").get("target-id").asString()).startsWith("nist-800-190_4.");
        }
    }

    @Test
    void staysValidWhereNothingIsToBeSeen() throws IOException {
        JsonNode document = rendered(List.of(), AccessScope.ofNamespace(new UUID(0, 7), "other"), "");
        assertThat(schema().validate(document)).isEmpty();
        assertThat(document.toString()).contains("Nothing was assessed");
    }

    @Test
    void tellsWhatPeopleDecidedWithWhoAndUntilWhen() throws IOException {
        central.send(deployment("decided", "web", "registry.example.com/web:1", true));
        Instant end = central.clock().instant().plus(Duration.ofDays(30));
        Attestation word = central.bean(Attestations.class)
                .attest(
                        "nist-800-190",
                        "4.2.3",
                        null,
                        "Robot accounts; see the minutes.",
                        end,
                        AttestationFile.of("minutes.txt", "text/plain", new byte[] {1, 2}));
        ControlException asked = central.bean(ControlExceptions.class)
                .request(
                        new ControlException.Wish(
                                "pss-privileged",
                                "",
                                "",
                                JudgingCentral.CLUSTER,
                                "decided",
                                "Deployment",
                                "web",
                                "Replaced in March.",
                                end),
                        AccessScope.EVERYTHING);
        central.jdbc()
                .sql(
                        "update compliance_exceptions set state = 'APPROVED', decided_by = 'bob', decided_at = requested_at"
                                + " where id = ?")
                .param(asked.id())
                .update();
        central.bean(ComplianceRuns.class).run("test");

        JsonNode document = rendered(List.of("nist-800-190", "pod-security-baseline"), AccessScope.EVERYTHING, "");

        assertThat(schema().validate(document)).isEmpty();
        JsonNode said = observation(document, "Attestation of 4.2.3");
        assertThat(said.get("description").asString()).isEqualTo("Robot accounts; see the minutes.");
        assertThat(said.get("methods").get(0).asString()).isEqualTo("INTERVIEW");
        assertThat(said.get("expires").asString()).isEqualTo(end.toString());
        assertThat(said.toString())
                .contains(
                        "\"attested-by\"",
                        "minutes.txt",
                        Objects.requireNonNull(word.file()).sha256());
        assertThat(observation(document, "4.2.3 ").get("description").asString())
                .startsWith("Passed on the word of ada, which holds until " + end);
        JsonNode risk = result(document, "pod-security-baseline").get("risks").get(0);
        assertThat(risk.get("status").asString()).isEqualTo("deviation-approved");
        assertThat(risk.get("deadline").asString()).isEqualTo(end.toString());
        assertThat(risk.get("statement").asString()).isEqualTo("Replaced in March.");
        assertThat(risk.toString()).contains("\"approved-by\"", "\"bob\"", "\"asked-by\"", "\"ada\"");
        assertThat(document.toString()).contains("\"related-risks\"", "\"excepted\"");
        central.bean(Attestations.class).withdraw(word.id());
    }

    private static JsonNode result(JsonNode document, String standard) {
        for (JsonNode result : document.get("assessment-results").get("results")) {
            if (result.get("props").get(0).get("value").asString().equals(standard)) {
                return result;
            }
        }
        throw new AssertionError("no result of " + standard);
    }

    private static JsonNode observation(JsonNode document, String title) {
        for (JsonNode one : result(document, "nist-800-190").get("observations")) {
            if (one.get("title").asString().startsWith(title)) {
                return one;
            }
        }
        throw new AssertionError("no observation " + title);
    }

    private static Schema schema() throws IOException {
        try (InputStream in = OscalIT.class.getResourceAsStream("/schema/json/oscal-ar_schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JsonMapper.shared().readTree(Objects.requireNonNull(in)));
        }
    }

    private JsonNode rendered(List<String> standards, AccessScope scope, String q) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        renderer.render(new Context(standards, scope, q), out);
        return JsonMapper.shared().readTree(out.toByteArray());
    }

    /** A context whose report is of no use but to this test. */
    private record Context(List<String> standards, AccessScope scope, String q) implements ReportContext {

        private static final Instant NOW = central.clock().instant();
        private static final UUID ID = Ids.newId(NOW);

        @Override
        public ReportDefinition definition() {
            ReportDraft draft = new ReportDraft(
                    "Weekly",
                    ReportKind.COMPLIANCE,
                    standards,
                    List.of(),
                    q,
                    null,
                    Set.of(ReportFormat.OSCAL),
                    null,
                    90,
                    List.of(),
                    ReportDraft.Packing.BUNDLE);
            return new ReportDefinition(ID, draft, "admin", null, 1, NOW, NOW, "admin");
        }

        @Override
        public ReportJob job() {
            return new ReportJob(
                    ID,
                    ID,
                    "Weekly",
                    ReportKind.COMPLIANCE,
                    "admin",
                    "REQUEST",
                    "admin",
                    null,
                    ReportJob.State.RUNNING,
                    0,
                    "",
                    "",
                    1,
                    NOW,
                    null,
                    NOW,
                    null,
                    NOW,
                    "",
                    null,
                    List.of(),
                    List.of());
        }

        @Override
        public Instant asOf() {
            return NOW;
        }

        @Override
        public ReportDocument document() {
            throw new UnsupportedOperationException("OSCAL is written from the results");
        }

        @Override
        public String version() {
            return "0.1.0";
        }
    }
}
