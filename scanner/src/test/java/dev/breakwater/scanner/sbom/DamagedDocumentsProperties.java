package dev.breakwater.scanner.sbom;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.scanner.Mutations;
import dev.breakwater.scanner.vex.VexDocuments;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class DamagedDocumentsProperties {

    private static final List<byte[]> DOCUMENTS = List.of(
            bytes(
                    "{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"metadata\":{\"timestamp\":\"2026-01-02T03:04:05Z\",\"tools\":{\"components\":[{\"name\":\"x\"}]},"
                            + "\"component\":{\"type\":\"container\",\"name\":\"i\",\"properties\":[{\"name\":\"breakwater:layer:0:diff-id\",\"value\":\"sha256:1\"},{\"name\":\"breakwater:layer:0:size\",\"value\":\"12\"}]}},"
                            + "\"components\":[{\"type\":\"library\",\"bom-ref\":\"a\",\"name\":\"a\",\"version\":\"1\",\"purl\":\"pkg:deb/debian/a@1?arch=amd64&distro=debian-12&upstream=b@2\",\"components\":[{\"name\":\"b\"}]}],"
                            + "\"vulnerabilities\":[{\"id\":\"CVE-2020-1\",\"ratings\":[{\"score\":7.5,\"severity\":\"high\"}],\"analysis\":{\"state\":\"not_affected\",\"justification\":\"code_not_present\"},\"affects\":[{\"ref\":\"a\"}]}]}"),
            bytes(
                    "<?xml version=\"1.0\"?><bom xmlns=\"http://cyclonedx.org/schema/bom/1.4\"><metadata><component type=\"container\"><name>i</name></component></metadata>"
                            + "<components><component type=\"library\" bom-ref=\"a\"><name>a</name><version>1</version><purl>pkg:npm/a@1</purl></component></components></bom>"),
            bytes(
                    "{\"spdxVersion\":\"SPDX-2.3\",\"name\":\"i\",\"creationInfo\":{\"created\":\"2026-01-02T03:04:05Z\",\"creators\":[\"Tool: x-1\"]},"
                            + "\"packages\":[{\"name\":\"a\",\"versionInfo\":\"1\",\"externalRefs\":[{\"referenceType\":\"purl\",\"referenceLocator\":\"pkg:npm/a@1\"}],\"annotations\":[{\"comment\":\"breakwater:path=a\\\\nb\"}]}]}"),
            bytes(
                    "SPDXVersion: SPDX-2.3\nDocumentName: i\nCreator: Tool: x-1\nPackageName: a\nSPDXID: SPDXRef-a\nPackageVersion: 1\nExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1\nPackageComment: <text>a\nb</text>\n"),
            bytes(
                    "{\"SchemaVersion\":2,\"ArtifactName\":\"i\",\"Metadata\":{\"OS\":{\"Family\":\"debian\",\"Name\":\"12\"},\"DiffIDs\":[\"sha256:1\"]},"
                            + "\"Results\":[{\"Target\":\"t\",\"Class\":\"os-pkgs\",\"Type\":\"debian\",\"Packages\":[{\"Name\":\"a\",\"Version\":\"1\",\"Release\":\"2\",\"Epoch\":1}],"
                            + "\"Vulnerabilities\":[{\"VulnerabilityID\":\"CVE-2020-1\",\"PkgName\":\"a\",\"InstalledVersion\":\"1:1-2\",\"Severity\":\"HIGH\",\"CVSS\":{\"nvd\":{\"V3Score\":9.8}}}]}]}"),
            bytes(
                    "{\"matches\":[{\"vulnerability\":{\"id\":\"CVE-2020-1\",\"severity\":\"High\",\"fix\":{\"versions\":[\"2\"],\"state\":\"fixed\"}},\"relatedVulnerabilities\":[{\"id\":\"x\"}],"
                            + "\"artifact\":{\"name\":\"a\",\"version\":\"1\",\"purl\":\"pkg:npm/a@1\",\"locations\":[{\"path\":\"/a\"}]}}],\"source\":{\"target\":{\"userInput\":\"i\",\"layers\":[{\"digest\":\"x\",\"size\":1}]}},\"descriptor\":{\"name\":\"grype\",\"version\":\"1\"}}"),
            bytes(
                    "{\"manifest_hash\":\"sha256:1\",\"packages\":{\"1\":{\"name\":\"a\",\"version\":\"1\",\"source\":{\"name\":\"b\"}}},\"distributions\":{\"1\":{\"did\":\"debian\"}},"
                            + "\"environments\":{\"1\":[{\"package_db\":\"var/lib/dpkg/status\",\"distribution_id\":\"1\"}]},\"vulnerabilities\":{\"2\":{\"name\":\"CVE-2020-1\"}},\"package_vulnerabilities\":{\"1\":[\"2\"]}}"),
            bytes(
                    "{\"@context\":\"https://openvex.dev/ns/v0.2.0\",\"@id\":\"x\",\"timestamp\":\"2026-01-02T03:04:05Z\",\"version\":1,\"statements\":[{\"vulnerability\":{\"name\":\"CVE-2020-1\",\"aliases\":[\"a\"]},"
                            + "\"products\":[{\"@id\":\"pkg:npm/a@1\",\"hashes\":{\"sha-256\":\"1\"},\"subcomponents\":[{\"@id\":\"b\"}]}],\"status\":\"not_affected\",\"justification\":\"component_not_present\"}]}"),
            bytes(
                    "{\"document\":{\"csaf_version\":\"2.0\",\"publisher\":{\"name\":\"x\"},\"tracking\":{\"id\":\"1\",\"version\":\"1\",\"current_release_date\":\"2026-01-02T03:04:05Z\"}},"
                            + "\"product_tree\":{\"branches\":[{\"branches\":[{\"product\":{\"product_id\":\"a\",\"product_identification_helper\":{\"purl\":\"pkg:npm/a@1\"}}}]}],\"relationships\":[{\"product_reference\":\"a\",\"relates_to_product_reference\":\"b\",\"full_product_name\":{\"product_id\":\"c\"}}]},"
                            + "\"vulnerabilities\":[{\"cve\":\"CVE-2020-1\",\"product_status\":{\"known_not_affected\":[\"a\",\"c\"]},\"flags\":[{\"label\":\"component_not_present\",\"product_ids\":[\"a\"]}]}]}"));

    @Property(tries = 12_000)
    void damageEndsInAStatedReasonOrInADocument(@ForAll long seed) throws IOException {
        byte[] damaged = Mutations.of(DOCUMENTS.get((int) Math.floorMod(seed, (long) DOCUMENTS.size())), seed);
        long began = System.nanoTime();
        try {
            assertThat(Documents.read(damaged).contents().packages())
                    .allSatisfy(one -> assertThat(one.version()).isNotEmpty());
        } catch (UnreadableDocument known) {
            check(known);
        }
        try {
            assertThat(VexDocuments.read(new ByteArrayInputStream(damaged))
                            .document()
                            .statements())
                    .isNotNull();
        } catch (UnreadableDocument known) {
            check(known);
        }
        assertThat((System.nanoTime() - began) / 1e9).as("seconds").isLessThan(5);
    }

    private static void check(UnreadableDocument known) {
        assertThat(known.getMessage()).isNotBlank().hasSizeLessThan(600);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
