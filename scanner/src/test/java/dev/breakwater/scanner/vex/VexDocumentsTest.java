package dev.breakwater.scanner.vex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.engine.vulnerability.vex.VexJustification;
import dev.breakwater.engine.vulnerability.vex.VexProduct;
import dev.breakwater.engine.vulnerability.vex.VexStatement;
import dev.breakwater.engine.vulnerability.vex.VexStatus;
import dev.breakwater.scanner.sbom.UnreadableDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VexDocumentsTest {

    private static final String CORPUS = System.getenv("BREAKWATER_CORPUS");

    private static final String IMAGE = "sha256:" + "a".repeat(64);

    private static final String LOG4J = "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1";

    private final VexDocument document = new VexDocument(
            "https://example.com/vex/7",
            "Example Security",
            Instant.parse("2026-01-02T03:04:05Z"),
            3,
            List.of(
                    new VexStatement(
                            "CVE-2021-44228",
                            List.of("GHSA-jfh8-c2jp-5v3q"),
                            List.of(new VexProduct("cart", "", IMAGE, "", LOG4J)),
                            VexStatus.NOT_AFFECTED,
                            VexJustification.COMPONENT_NOT_PRESENT,
                            "The class is taken out.",
                            "",
                            null),
                    new VexStatement(
                            "CVE-2024-0727",
                            List.of(),
                            List.of(new VexProduct("cart", "", IMAGE, "", "")),
                            VexStatus.AFFECTED,
                            null,
                            "",
                            "Take the image of next week.",
                            null),
                    new VexStatement(
                            "CVE-2024-0727",
                            List.of(),
                            List.of(new VexProduct("", "pkg:npm/shop@1", "", "", "")),
                            VexStatus.UNDER_INVESTIGATION,
                            null,
                            "",
                            "",
                            null)));

    @Test
    void readsOpenVex() throws Exception {
        VexDocument read = read("""
                {"@context":"https://openvex.dev/ns/v0.2.0","@id":"https://example.com/vex/7","author":"Example Security",
                 "timestamp":"2026-01-02T04:04:05+01:00","version":3,"statements":[
                  {"vulnerability":{"name":"CVE-2021-44228","aliases":["GHSA-jfh8-c2jp-5v3q"]},
                   "products":[{"@id":"cart","hashes":{"sha-256":"DIGEST"},"subcomponents":[{"@id":"PURL"}]}],
                   "status":"not_affected","justification":"component_not_present","impact_statement":"The class is taken out."},
                  {"vulnerability":{"name":"CVE-2024-0727"},"products":[{"@id":"cart","hashes":{"sha-256":"DIGEST"}}],
                   "status":"affected","action_statement":"Take the image of next week."},
                  {"vulnerability":{"name":"CVE-2024-0727"},"products":[{"@id":"pkg:npm/shop@1"}],"status":"under_investigation"}]}
                """.replace("DIGEST", "a".repeat(64)).replace("PURL", LOG4J));

        assertThat(read).isEqualTo(document);
    }

    @Test
    void readsCycloneDxOfOneImage() throws Exception {
        VexDocument read = read("""
                {"bomFormat":"CycloneDX","specVersion":"1.5","serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79","version":2,
                 "metadata":{"timestamp":"2026-01-02T03:04:05Z","supplier":{"name":"Example"},
                  "component":{"type":"container","bom-ref":"image","name":"cart","version":"sha256:DIGEST"}},
                 "components":[{"type":"library","bom-ref":"l","name":"log4j-core","purl":"PURL"}],
                 "vulnerabilities":[
                  {"id":"CVE-2021-44228","analysis":{"state":"not_affected","justification":"code_not_reachable","detail":"Not called."},"affects":[{"ref":"l"}]},
                  {"id":"CVE-2024-0001","affects":[{"ref":"l"}]},
                  {"id":"CVE-2024-0002","analysis":{"state":"exploitable","response":["will_not_fix","update"]},
                   "affects":[{"ref":"urn:cdx:3e671687-395b-41f5-a30f-a58921a69b79/1#pkg:npm/a@1"}]}]}
                """.replace("DIGEST", "a".repeat(64)).replace("PURL", LOG4J));

        assertThat(read.author()).isEqualTo("Example");
        assertThat(read.statements()).hasSize(2);
        assertThat(read.statements().getFirst()).satisfies(one -> {
            assertThat(one.products()).containsExactly(new VexProduct("image", "", IMAGE, "", LOG4J));
            assertThat(one.justification()).isEqualTo(VexJustification.VULNERABLE_CODE_NOT_IN_EXECUTE_PATH);
            assertThat(one.impact()).isEqualTo("Not called.");
        });
        assertThat(read.statements().getLast()).satisfies(one -> {
            assertThat(one.action()).isEqualTo("will not fix, update");
            assertThat(one.products().getFirst().purl()).isEqualTo("pkg:npm/a@1");
        });
    }

    @Test
    void readsCsafWithBranchesGroupsAndRelationships() throws Exception {
        VexDocument read = read("""
                {"document":{"category":"csaf_vex","csaf_version":"2.0","title":"x","publisher":{"category":"vendor","name":"Example","namespace":"https://example.com"},
                  "tracking":{"id":"EX-1","status":"final","version":"2.1.0","initial_release_date":"2026-01-01T00:00:00Z","current_release_date":"2026-01-02T03:04:05Z","revision_history":[]}},
                 "product_tree":{
                  "branches":[{"category":"vendor","name":"Example","branches":[
                    {"category":"product_version","name":"curl","product":{"product_id":"curl","name":"curl","product_identification_helper":{"purl":"pkg:rpm/redhat/curl@7.76.1-26.el9"}}},
                    {"category":"product_name","name":"EL","product":{"product_id":"EL9","name":"EL 9","product_identification_helper":{"cpe":"cpe:/o:redhat:enterprise_linux:9"}}}]}],
                  "relationships":[{"category":"default_component_of","product_reference":"curl","relates_to_product_reference":"EL9",
                    "full_product_name":{"product_id":"EL9:curl","name":"curl of EL 9"}}],
                  "product_groups":[{"group_id":"g","product_ids":["EL9:curl","EL9"]}]},
                 "vulnerabilities":[{"cve":"CVE-2023-38545","product_status":{"known_not_affected":["EL9:curl"],"known_affected":["EL9"]},
                  "flags":[{"label":"vulnerable_code_not_present","group_ids":["g"]}],
                  "threats":[{"category":"impact","details":"No SOCKS5."},{"category":"exploit_status","details":"none"}],
                  "remediations":[{"category":"workaround","details":"Do not use SOCKS5.","product_ids":["EL9"]}]}]}
                """);

        assertThat(read.version()).isEqualTo(2);
        assertThat(read.statements()).hasSize(2);
        assertThat(read.statements().getFirst()).satisfies(one -> {
            assertThat(one.products())
                    .containsExactly(new VexProduct(
                            "EL9", "", "", "cpe:/o:redhat:enterprise_linux:9", "pkg:rpm/redhat/curl@7.76.1-26.el9"));
            assertThat(one.justification()).isEqualTo(VexJustification.VULNERABLE_CODE_NOT_PRESENT);
            assertThat(one.impact()).isEqualTo("No SOCKS5.");
        });
        assertThat(read.statements().getLast().action()).isEqualTo("Do not use SOCKS5.");
    }

    @Test
    void saysWhatIsWrongAndWhatIsAllowed() {
        assertThatThrownBy(() -> read("{\"a\":1}"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("allowed: OpenVEX, CycloneDX");
        assertThatThrownBy(
                        () -> read(
                                "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"statements\":[{\"vulnerability\":{\"name\":\"CVE-1\"},\"status\":\"fine\"}]}"))
                .hasMessage("status is \"fine\"; allowed: not_affected, affected, fixed, under_investigation");
        assertThatThrownBy(
                        () -> read(
                                "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"vulnerabilities\":[{\"id\":\"CVE-1\"}]}"))
                .hasMessageContaining("it states nothing");
        assertThatThrownBy(() -> read("{\"@context\":\"https://openvex.dev/ns\",\"statements\":[{"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageStartingWith("The document is damaged: ");
    }

    @ParameterizedTest
    @EnumSource(VexFormat.class)
    void writesWhatTheSchemaAllows(VexFormat format) throws Exception {
        assumeThat(CORPUS).as("BREAKWATER_CORPUS names a folder of public data").isNotNull();
        String schema = switch (format) {
            case OPENVEX -> "openvex/openvex_json_schema.json";
            case CYCLONEDX -> "cyclonedx/bom-1.6.schema.json";
            case CSAF -> "csaf/csaf-2.0.json";
        };
        assertThat(errors(schema, VexProperties.written(document, format))).isEmpty();
        assertThat(errors(schema, "{\"bomFormat\":1}".getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
        assertThat(VexProperties.again(document, format)).isEqualTo(document);
    }

    @Test
    void documentsOfRedHatAreAFixedPointInEveryFormat() throws Exception {
        assumeThat(CORPUS).as("BREAKWATER_CORPUS names a folder of public data").isNotNull();
        int documents = 0;
        try (ZipInputStream zip =
                new ZipInputStream(Files.newInputStream(Path.of(CORPUS, "vuln/redhat-csaf-vex.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    VexDocument read = VexDocuments.read(new ByteArrayInputStream(zip.readAllBytes()))
                            .document();
                    assertThat(read.statements()).as(entry.getName()).isNotEmpty();
                    for (VexFormat format : VexFormat.values()) {
                        VexDocument once = VexProperties.again(read, format);
                        assertThat(VexProperties.again(once, format))
                                .as(entry.getName() + format)
                                .isEqualTo(once);
                        assertThat(once.statements())
                                .as(entry.getName() + format)
                                .isEqualTo(read.statements());
                    }
                    documents++;
                }
            }
        }
        assertThat(documents).isEqualTo(7);
    }

    private static VexDocument read(String text) throws IOException {
        return VexDocuments.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .document();
    }

    private static List<String> errors(String schema, byte[] written) throws IOException {
        Path file = Path.of(CORPUS, "schemas", schema);
        Map<String, String> beside = new HashMap<>();
        try (Stream<Path> files = Files.list(file.getParent())) {
            for (Path each :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                String text = Files.readString(each);
                Matcher id =
                        Pattern.compile("\"\\$?id\"\\s*:\\s*\"(http[^\"]+)\"").matcher(text);
                if (id.find()) {
                    beside.put(id.group(1), text);
                }
            }
        }
        beside.put(
                "https://www.first.org/cvss/cvss-v2.0.json",
                Files.readString(Path.of(CORPUS, "schemas/csaf/cvss-v2.0.json")));
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12, builder -> builder.schemas(beside));
        return registry
                .getSchema(SchemaLocation.of(file.toUri().toString()), Files.readString(file), InputFormat.JSON)
                .validate(new String(written, StandardCharsets.UTF_8), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
