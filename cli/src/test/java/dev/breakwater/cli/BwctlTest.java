package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as a pipeline uses it. */
class BwctlTest {

    private static final String PRIVILEGED = "Privileged container";

    private static final String WEB = """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
            spec:
              template:
                spec:
                  containers:
                    - name: web
                      image: registry.example.com/web:1
                      securityContext:
                        privileged: true
            """;

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("shop"));
        Files.writeString(folder.resolve("shop/web.yaml"), WEB);
    }

    @Test
    void saysWhatViolatesAPolicyAndOnWhichLine() {
        int code = bwctl("check", "manifests", folder.toString(), "-o", "json");

        assertThat(code).isEqualTo(1);
        JsonNode report = JsonMapper.shared().readTree(out.toString());
        JsonNode finding = finding(report, PRIVILEGED);
        assertThat(finding.path("severity").asString()).isEqualTo("HIGH");
        JsonNode object = finding.path("object");
        assertThat(object.path("kind").asString()).isEqualTo("Deployment");
        assertThat(object.path("namespace").asString()).isEqualTo("shop");
        assertThat(object.path("name").asString()).isEqualTo("web");
        assertThat(object.path("file").asString()).endsWith("shop/web.yaml");
        assertThat(object.path("line").asInt()).isEqualTo(5);
        assertThat(finding.path("message").asString()).isEqualTo("Container web runs privileged.");
        assertThat(finding.path("evidence").path(0).path("line").asInt()).isEqualTo(17);
        assertThat(report.path("objects").asInt()).isEqualTo(2);
        assertThat(report.path("unreadable")).isEmpty();
        assertThat(report.path("unknown")).isNotEmpty();
    }

    @Test
    void readsTheStandardInput() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(WEB.getBytes(StandardCharsets.UTF_8)));
            assertThat(bwctl("check", "manifests", "-")).isEqualTo(1);
        } finally {
            System.setIn(before);
        }
        assertThat(out.toString()).contains("(stdin):17  Container web runs privileged.");
    }

    @Test
    void namesTheFileAndLineOfWhatCannotBeReadAndJudgesTheRest() throws IOException {
        Files.writeString(folder.resolve("broken.yaml"), "kind: Deployment\nmetadata: [oops\n");

        assertThat(bwctl("check", "manifests", folder.toString(), "--fail-on", "none"))
                .isEqualTo(3);

        assertThat(out.toString())
                .contains("not read  ")
                .contains("broken.yaml:")
                .contains("runs privileged");
    }

    @Test
    void judgesEachOfTwoFilesThatHoldTheSameObject() throws IOException {
        Files.createDirectories(folder.resolve("overlay"));
        Files.writeString(folder.resolve("overlay/web.yaml"), WEB.replace("privileged: true", "privileged: false"));

        bwctl("check", "manifests", folder.toString(), "-o", "json");

        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(finding(report, PRIVILEGED).path("object").path("file").asString())
                .endsWith("shop/web.yaml");
        assertThat(report.path("unreadable")).isEmpty();
        assertThat(report.path("findings").findValuesAsString("file").stream().distinct())
                .hasSize(2);
    }

    @Test
    void failsFromAThresholdOn() {
        assertThat(bwctl("check", "manifests", folder.toString(), "--fail-on", "high"))
                .isEqualTo(1);
        assertThat(bwctl("check", "manifests", folder.toString(), "--fail-on", "critical"))
                .isEqualTo(0);
        assertThat(bwctl("check", "manifests", folder.toString(), "--fail-on", "critical", "--fail-on-unknown"))
                .isEqualTo(3);
    }

    @Test
    void refusesWhatIsNotAllowedAndSaysWhatIs() {
        assertThat(bwctl("check", "manifests", folder.toString(), "--fail-on", "purple"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("purple").contains("CRITICAL");
        assertThat(bwctl("check", "manifests", folder.toString(), "-o", "pdf")).isEqualTo(2);
        assertThat(err.toString()).contains("pdf").contains("SARIF");
        assertThat(bwctl("check", "manifests", folder.resolve("nothing").toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("there is no ");
    }

    @Test
    void nothingToJudgeIsNoPass() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(bwctl("check", "manifests", empty.toString())).isEqualTo(3);
        assertThat(err.toString()).contains("nothing was judged");
        assertThat(bwctl("check", "manifests", folder.toString(), "--policies", empty.toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("no deploy policy");
    }

    @Test
    void aBaselineLetsPassWhatWasThere() throws IOException {
        bwctl("check", "manifests", folder.toString(), "-o", "json");
        Path baseline = Files.writeString(folder.resolve("../baseline.txt"), out.toString());
        out.getBuffer().setLength(0);

        assertThat(bwctl("check", "manifests", folder.toString(), "--baseline", baseline.toString()))
                .isZero();
        assertThat(out.toString()).contains("0 violations").contains("in the baseline or accepted");

        Files.writeString(
                folder.resolve("shop/more.yaml"),
                WEB.substring(WEB.indexOf("---")).replace("name: web\n  n", "name: more\n  n"));
        assertThat(bwctl("check", "manifests", folder.toString(), "--baseline", baseline.toString()))
                .isEqualTo(1);

        Files.writeString(baseline, "{}");
        assertThat(bwctl("check", "manifests", folder.toString(), "--baseline", baseline.toString()))
                .isEqualTo(3);
    }

    @Test
    void writesSarifThatItsSchemaAcceptsWithFingerprintsThatDoNotMove() throws IOException {
        bwctl("check", "manifests", folder.toString(), "-o", "sarif");
        JsonNode first = JsonMapper.shared().readTree(out.toString());
        try (InputStream schema =
                com.contrastsecurity.sarif.Run.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JsonMapper.shared().readTree(schema));
            assertThat(compiled.validate(first)).isEmpty();
        }
        JsonNode result = first.path("runs").path(0).path("results").path(0);
        assertThat(result.path("locations")
                        .path(0)
                        .path("physicalLocation")
                        .path("region")
                        .path("startLine")
                        .asInt())
                .isPositive();

        Files.writeString(folder.resolve("shop/web.yaml"), "# moved\n\n" + WEB);
        out.getBuffer().setLength(0);
        bwctl("check", "manifests", folder.toString(), "-o", "sarif");
        JsonNode second = JsonMapper.shared().readTree(out.toString());
        assertThat(second.findValues("policyAndObject/v1")).isEqualTo(first.findValues("policyAndObject/v1"));
        assertThat(second.findValues("startLine")).isNotEqualTo(first.findValues("startLine"));
    }

    @Test
    void writesJUnitWithACaseForEachPolicyAndObject() throws Exception {
        bwctl("check", "manifests", folder.toString(), "-o", "junit");

        Element suite = (Element) DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toString().strip().getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("testsuite")
                .item(0);
        assertThat(suite.getElementsByTagName("failure").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("failures")))
                .isPositive();
        assertThat(suite.getElementsByTagName("testcase").getLength())
                .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
    }

    @Test
    void neutralisesFormulasInCsvAndControlCharactersOnTheTerminal() throws IOException {
        Files.writeString(
                folder.resolve("shop/web.yaml"), WEB.replace("name: web\n  n", "name: \"=cmd\\u001b[2J\"\n  n"));

        bwctl("check", "manifests", folder.toString(), "-o", "csv");
        assertThat(out.toString()).contains("'=cmd");
        out.getBuffer().setLength(0);
        bwctl("check", "manifests", folder.toString());
        assertThat(out.toString()).doesNotContain("\u001b");
    }

    @Test
    void showsNoInvisibleCharacterInAnyFormatForPeople() throws IOException {
        Files.writeString(
                folder.resolve("shop/web.yaml"), WEB.replace("name: web\n  n", "name: \"web\\u202etxt\\u0007\"\n  n"));

        for (String format : List.of("table", "csv", "junit")) {
            out.getBuffer().setLength(0);
            bwctl("check", "manifests", folder.toString(), "-o", format);
            assertThat(out.toString()).as(format).contains("web?txt").doesNotContain("\u202e", "\u0007");
        }
    }

    @Test
    void everyFormatPointsToTheLineOfTheFirstProof() {
        bwctl("check", "manifests", folder.toString(), "-o", "csv");
        assertThat(out.toString().lines()).anyMatch(line -> line.contains(PRIVILEGED) && line.contains("web.yaml,17,"));
        out.getBuffer().setLength(0);
        bwctl("check", "manifests", folder.toString(), "-o", "junit");
        assertThat(out.toString()).contains("web.yaml\" line=\"17\"").contains("web.yaml:17");
    }

    @Test
    void takesSeveralPathsAndReadsWhatTheyShareOnce() throws IOException {
        Path more = Files.writeString(folder.resolve("more.yaml"), WEB.replace("name: web\n  n", "name: more\n  n"));

        bwctl("check", "manifests", folder.resolve("shop").toString(), more.toString(), more.toString(), "-o", "json");

        JsonNode report = JsonMapper.shared().readTree(out.toString());
        assertThat(report.path("objects").asInt()).isEqualTo(4);
        assertThat(report.path("findings").findValuesAsString("name")).contains("web", "more");
    }

    @Test
    void saysOnceThatNobodyLookedIntoTheImages() {
        bwctl("check", "manifests", folder.toString());

        assertThat(out.toString()).containsOnlyOnce("No scanner is connected").doesNotContain("names of images");
    }

    @Test
    void readsTheSeverityWordsOfOtherScales() throws IOException {
        assertThat(bwctl("check", "manifests", folder.toString(), "--fail-on", "important"))
                .isEqualTo(1);
        Files.writeString(folder.resolve("shop/web.yaml"), WEB.replace("privileged: true", "privileged: false"));
        assertThat(bwctl("check", "manifests", folder.toString(), "--fail-on", "IMPORTANT"))
                .isZero();
        assertThat(bwctl("check", "manifests", folder.toString(), "--fail-on", "moderate"))
                .isEqualTo(1);
    }

    @Test
    void judgesByPoliciesOfOnesOwn() throws IOException {
        Path policy = Files.writeString(folder.resolve("../own.txt"), """
                id: 0191e0b4-8c5e-7c3a-9d2e-5f60718293a4
                name: Images of our registry only
                severity: LOW
                stages: [DEPLOY]
                description: d
                rationale: r
                remediation: m
                sections:
                  - groups:
                      - {criterion: Image Registry, negated: true, values: ['"registry.example.com"']}
                """);

        assertThat(bwctl("check", "manifests", folder.toString(), "--policies", policy.toString()))
                .isZero();
        Files.writeString(policy, Files.readString(policy).replace("example.com", "example.org"));
        assertThat(bwctl("check", "manifests", folder.toString(), "--policies", policy.toString()))
                .isEqualTo(1);
        Files.writeString(policy, Files.readString(policy).replace("Image Registry", "Image Registri"));
        assertThat(bwctl("check", "manifests", folder.toString(), "--policies", policy.toString()))
                .isEqualTo(3);
        assertThat(err.toString()).contains("Images of our registry only").contains("Image Registri");
    }

    @Test
    void printsTheCatalogueWithCriteriaAndControls() {
        assertThat(bwctl("policy", "list", "-o", "json")).isZero();

        JsonNode policies = JsonMapper.shared().readTree(out.toString());
        assertThat(policies).isNotEmpty().allSatisfy(policy -> {
            assertThat(policy.path("criteria")).isNotEmpty();
            assertThat(policy.has("controls")).isTrue();
        });
    }

    private static JsonNode finding(JsonNode report, String policy) {
        return report.path("findings")
                .valueStream()
                .filter(finding -> finding.path("policy").asString().equals(policy))
                .findFirst()
                .orElseThrow();
    }

    private int bwctl(String... args) {
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err, true), args);
    }
}
