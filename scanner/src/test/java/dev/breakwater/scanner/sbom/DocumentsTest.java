package dev.breakwater.scanner.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.FixState;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    @Test
    void readsCycloneDxOfAnotherToolWithItsFindings() throws Exception {
        ForeignReport report = read("""
                {"vulnerabilities":[{"bom-ref":"v","id":"CVE-2021-44228","ratings":[
                    {"source":{"name":"ghsa"},"severity":"critical","score":10.0,"method":"CVSSv31","vector":"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H"}],
                    "description":"Log4Shell\\nmore","affects":[{"ref":"log4j"}]}],
                 "bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79","version":1,
                 "metadata":{"timestamp":"2026-01-02T03:04:05Z","tools":{"components":[{"type":"application","name":"trivy","version":"0.58.1"}]},
                   "component":{"bom-ref":"i","type":"container","name":"shop/cart:1","properties":[{"name":"aquasecurity:trivy:ImageID","value":"sha256:cc"},
                     {"name":"aquasecurity:trivy:RepoDigest","value":"shop/cart@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}]}},
                 "components":[
                   {"bom-ref":"os","type":"operating-system","name":"debian","version":"12.5"},
                   {"bom-ref":"app","type":"application","name":"app/app.jar","components":[
                     {"bom-ref":"log4j","type":"library","group":"org.apache.logging.log4j","name":"log4j-core","version":"2.14.1",
                      "purl":"pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1","properties":[{"name":"aquasecurity:trivy:FilePath","value":"app/app.jar"}]}]},
                   {"bom-ref":"libc","type":"library","name":"libc6","version":"2.36-9+deb12u4",
                    "purl":"pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=debian-12.5",
                    "properties":[{"name":"aquasecurity:trivy:SrcName","value":"glibc"},{"name":"aquasecurity:trivy:SrcVersion","value":"2.36"},
                      {"name":"aquasecurity:trivy:SrcRelease","value":"9+deb12u4"},{"name":"aquasecurity:trivy:LayerDiffID","value":"sha256:dd"}]},
                   {"bom-ref":"x","type":"library","name":"nameless-version"}]}
                """);

        assertThat(report.format()).isEqualTo(DocumentFormat.CYCLONEDX);
        assertThat(report.source()).isEqualTo("trivy 0.58.1");
        assertThat(report.createdAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(report.contents().os()).isEqualTo(new OperatingSystem("debian", "12.5", "", ""));
        assertThat(report.contents().digest()).startsWith("sha256:aaaa");
        assertThat(report.contents().configDigest()).isEqualTo("sha256:cc");
        InstalledPackage log4j = new InstalledPackage(
                "org.apache.logging.log4j:log4j-core",
                "2.14.1",
                "",
                PackageType.MAVEN,
                "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
                "",
                "",
                "app/app.jar",
                "");
        assertThat(report.contents().packages())
                .containsExactly(
                        log4j,
                        new InstalledPackage(
                                "libc6",
                                "2.36-9+deb12u4",
                                "amd64",
                                PackageType.DEB,
                                "pkg:deb/debian/libc6@2.36-9%2Bdeb12u4?arch=amd64&distro=debian-12.5",
                                "glibc",
                                "2.36-9+deb12u4",
                                "",
                                "sha256:dd"));
        assertThat(report.contents().incomplete())
                .singleElement()
                .satisfies(one -> assertThat(one.where()).isEqualTo("component nameless-version"));
        assertThat(report.findings()).singleElement().satisfies(one -> {
            assertThat(one.installed()).isEqualTo(log4j);
            assertThat(one.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(one.cvss()).isEqualTo(10.0);
            assertThat(one.summary()).isEqualTo("Log4Shell");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3", "1.4", "1.5", "1.6", "1.7"})
    void readsCycloneDxXmlOfEachVersion(String version) throws Exception {
        ForeignReport report = read("""
                <?xml version="1.0" encoding="UTF-8"?>
                <bom xmlns="http://cyclonedx.org/schema/bom/VERSION" version="1">
                  <metadata><timestamp>2026-01-02T03:04:05Z</timestamp>
                    <tools><tool><vendor>x</vendor><name>syft</name><version>1.0</version></tool></tools>
                    <component type="container" bom-ref="i"><name>shop/cart:1</name></component></metadata>
                  <components>
                    <component type="operating-system"><name>alpine</name><version>3.19.1</version></component>
                    <component type="library" bom-ref="a"><group>@babel</group><name>core</name><version>7.0.0</version>
                      <purl>pkg:npm/%40babel/core@7.0.0</purl>
                      <properties><property name="syft:location:0:path">/app/node_modules/@babel/core/package.json</property></properties>
                      <components><component type="library"><name>inner</name><version>1</version><purl>pkg:npm/inner@1</purl></component></components>
                    </component>
                  </components>
                  <vulnerabilities><vulnerability><id>CVE-1</id>
                    <ratings><rating><score>7.5</score><severity>high</severity></rating></ratings>
                    <affects><target><ref>a</ref></target></affects></vulnerability></vulnerabilities>
                </bom>
                """.replace("VERSION", version));

        assertThat(report.formatVersion()).isEqualTo(version);
        assertThat(report.source()).isEqualTo("syft 1.0");
        assertThat(report.contents().reference()).isEqualTo("shop/cart:1");
        assertThat(report.contents().os()).isEqualTo(new OperatingSystem("alpine", "3.19.1", "", ""));
        assertThat(report.contents().packages())
                .extracting(InstalledPackage::name)
                .containsExactly("@babel/core", "inner");
        assertThat(report.contents().packages().getFirst().path())
                .isEqualTo("app/node_modules/@babel/core/package.json");
        assertThat(report.findings())
                .singleElement()
                .satisfies(one -> assertThat(one.cvss()).isEqualTo(7.5));
    }

    @Test
    void readsSpdxJsonAndTakesTheDistributionFromQualifiers() throws Exception {
        ForeignReport report = read("""
                {"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","name":"shop/cart:1","dataLicense":"CC0-1.0",
                 "creationInfo":{"creators":["Organization: x","Tool: syft-1.2.3"],"created":"2026-01-02T03:04:05Z"},
                 "packages":[
                  {"name":"shop/cart","SPDXID":"SPDXRef-i","versionInfo":"sha256:bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb","primaryPackagePurpose":"CONTAINER"},
                  {"name":"bash","SPDXID":"SPDXRef-b","versionInfo":"0:5.1.8-6.el9","externalRefs":[
                    {"referenceCategory":"SECURITY","referenceType":"cpe23Type","referenceLocator":"cpe:2.3:a:x:bash:5:*:*:*:*:*:*:*"},
                    {"referenceCategory":"PACKAGE-MANAGER","referenceType":"purl",
                     "referenceLocator":"pkg:rpm/redhat/bind@9.16.23-18.el9?arch=x86_64&epoch=32&upstream=bind-9.16.23-18.el9.src.rpm&distro=rhel-9.4"}]}]}
                """);

        assertThat(report.source()).isEqualTo("syft 1.2.3");
        assertThat(report.contents().digest()).startsWith("sha256:bbbb");
        assertThat(report.contents().os())
                .satisfies(os -> assertThat(os.label()).isEqualTo("rhel:9.4"));
        assertThat(report.contents().packages()).singleElement().satisfies(one -> {
            assertThat(one.version()).isEqualTo("32:9.16.23-18.el9");
            assertThat(one.sourcePackage()).isEqualTo("bind");
            assertThat(one.sourceVersion()).isEqualTo("9.16.23-18.el9");
            assertThat(one.arch()).isEqualTo("x86_64");
        });
    }

    @Test
    void readsSpdxTagValue() throws Exception {
        ForeignReport report = read("""
                SPDXVersion: SPDX-2.3
                DataLicense: CC0-1.0
                DocumentName: shop/cart:1
                Creator: Tool: trivy-0.50
                Created: 2026-01-02T03:04:05Z
                DocumentComment: <text>several
                PackageName: not one
                lines</text>

                FileName: ./a
                SPDXID: SPDXRef-f

                PackageName: lodash
                SPDXID: SPDXRef-l
                PackageVersion: 4.17.4
                ExternalRef: PACKAGE-MANAGER purl pkg:npm/lodash@4.17.4
                """);

        assertThat(report.source()).isEqualTo("trivy 0.50");
        assertThat(report.contents().reference()).isEqualTo("shop/cart:1");
        assertThat(report.contents().packages())
                .extracting(InstalledPackage::purl)
                .containsExactly("pkg:npm/lodash@4.17.4");
    }

    @Test
    void readsSpdx3() throws Exception {
        ForeignReport report = read("""
                {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
                 {"type":"CreationInfo","@id":"_:c","specVersion":"3.0.1","created":"2026-01-02T03:04:05Z"},
                 {"type":"SpdxDocument","spdxId":"d","name":"shop/cart:1"},
                 {"type":"software_Package","spdxId":"p","name":"lodash","software_packageVersion":"4.17.4","software_packageUrl":"pkg:npm/lodash@4.17.4"}]}
                """);

        assertThat(report.formatVersion()).isEqualTo("3.0.1");
        assertThat(report.contents().packages())
                .extracting(InstalledPackage::name)
                .containsExactly("lodash");
    }

    @Test
    void readsAGrypeReport() throws Exception {
        ForeignReport report = read("""
                {"matches":[{"vulnerability":{"id":"GHSA-jfh8-c2jp-5v3q","severity":"Critical","description":"Remote code",
                   "cvss":[{"version":"3.1","vector":"CVSS:3.1/AV:N","metrics":{"baseScore":10}}],"fix":{"versions":["2.15.0"],"state":"fixed"}},
                   "relatedVulnerabilities":[{"id":"CVE-2021-44228"}],
                   "artifact":{"name":"log4j-core","version":"2.14.1","type":"java-archive","purl":"pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
                     "locations":[{"path":"/app/app.jar","layerID":"sha256:l"}],"upstreams":[]}}],
                 "source":{"type":"image","target":{"userInput":"shop/cart:1","imageID":"sha256:c","manifestDigest":"sha256:m","repoDigests":[],
                   "layers":[{"mediaType":"x","digest":"sha256:l","size":7}]}},
                 "distro":{"name":"debian","version":"12","idLike":[]},
                 "descriptor":{"name":"grype","version":"0.80.0","timestamp":"2026-01-02T03:04:05.123+01:00"}}
                """);

        assertThat(report.source()).isEqualTo("grype 0.80.0");
        assertThat(report.createdAt()).isEqualTo(Instant.parse("2026-01-02T02:04:05.123Z"));
        assertThat(report.contents().isComplete())
                .as("names only packages with findings")
                .isFalse();
        assertThat(report.findings()).singleElement().satisfies(one -> {
            assertThat(one.installed().name()).isEqualTo("org.apache.logging.log4j:log4j-core");
            assertThat(one.installed().path()).isEqualTo("app/app.jar");
            assertThat(one.installed().layer()).isEqualTo("sha256:l");
            assertThat(one.aliases()).containsExactly("CVE-2021-44228");
            assertThat(one.fixedVersion()).isEqualTo("2.15.0");
            assertThat(one.fixState()).isEqualTo(FixState.FIXED);
        });
    }

    @Test
    void readsAClairReport() throws Exception {
        ForeignReport report = read("""
                {"manifest_hash":"sha256:cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc",
                 "packages":{"10":{"id":"10","name":"libssl3","version":"3.0.11-1~deb12u2","kind":"binary","arch":"amd64",
                    "source":{"id":"9","name":"openssl","version":"3.0.11-1~deb12u2","kind":"source"}}},
                 "distributions":{"1":{"id":"1","did":"debian","name":"Debian GNU/Linux","version":"12 (bookworm)","version_code_name":"bookworm","version_id":"12","pretty_name":"Debian GNU/Linux 12 (bookworm)"}},
                 "environments":{"10":[{"package_db":"var/lib/dpkg/status","introduced_in":"sha256:l","distribution_id":"1"}]},
                 "vulnerabilities":{"7":{"id":"7","name":"CVE-2024-0727","description":"x","severity":"low","normalized_severity":"Low","fixed_in_version":""}},
                 "package_vulnerabilities":{"10":["7"]}}
                """);

        assertThat(report.format()).isEqualTo(DocumentFormat.CLAIR);
        assertThat(report.contents().os())
                .satisfies(os -> assertThat(os.label()).isEqualTo("debian:12"));
        assertThat(report.findings()).singleElement().satisfies(one -> {
            assertThat(one.id()).isEqualTo("CVE-2024-0727");
            assertThat(one.installed().sourcePackage()).isEqualTo("openssl");
            assertThat(one.installed().purl())
                    .isEqualTo("pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64&distro=debian-12&upstream=openssl");
            assertThat(one.severity()).isEqualTo(Severity.LOW);
        });
    }

    /** A document that names nothing says nothing: that is not the same as an image that holds nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'bomFormat':'CycloneDX','specVersion':'1.6','components':[]}",
                "{'bomFormat':'CycloneDX','specVersion':'1.6','compositions':[{'aggregate':'complete'}],"
                        + "'components':[{'type':'operating-system','name':'debian','version':'12'}]}",
                "{'spdxVersion':'SPDX-2.3','name':'x','packages':[]}",
                "{'@graph':[{'type':'CreationInfo','specVersion':'3.0.1'}]}",
                "{'SchemaVersion':2,'ArtifactName':'x','Metadata':{'OS':{'Family':'debian','Name':'12'}},'Results':[]}",
                "{'manifest_hash':'x','packages':{},'package_vulnerabilities':{}}"
            })
    void isIncompleteWithoutAPackage(String document) throws Exception {
        ImageContents contents = read(document.replace('\'', '"')).contents();

        assertThat(contents.packages()).isEmpty();
        assertThat(contents.isComplete()).isFalse();
        assertThat(contents.incomplete()).extracting(Unread::where).contains("packages");
    }

    @Test
    void ofAnImageItIsIncompleteWithoutADistribution() throws Exception {
        String image =
                "{'bomFormat':'CycloneDX','specVersion':'1.6','metadata':{'component':{'type':'container','name':'shop'}},"
                        + "'components':[{'type':'library','name':'a','version':'1','purl':'pkg:npm/a@1'}]}";
        assertThat(read(image.replace('\'', '"')).contents().incomplete())
                .containsExactly(
                        new Unread("distribution", "the document names none, so that what it brings is not known"));
        String project = image.replace("container", "application");
        assertThat(read(project.replace('\'', '"')).contents().isComplete())
                .as("a project has no distribution")
                .isTrue();
        assertThat(read(project.replace('\'', '"')).saysDistribution()).isFalse();
    }

    @Test
    void saysWhatIsWrongWithADocumentAndWhatIsAllowed() {
        assertThatThrownBy(() -> read("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"2.0\"}"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessage("specVersion is \"2.0\"; allowed: 1.2, 1.3, 1.4, 1.5, 1.6, 1.7");
        assertThatThrownBy(() -> read("{\"a\":1}")).hasMessageContaining("is none that is known; allowed: CycloneDX");
        assertThatThrownBy(() -> read("")).hasMessageContaining("is none that is known");
        assertThatThrownBy(() -> read("{\"bomFormat\":\"CycloneDX\",\"specVersion\":\"1.6\",\"components\":[{"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageStartingWith("The document is damaged: ");
        assertThatThrownBy(() -> read("<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>"))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageStartingWith("The document is not valid XML");
        assertThatThrownBy(() -> Documents.read(new EndlessSpaces()))
                .isInstanceOf(UnreadableDocument.class)
                .hasMessageContaining("larger than the 64 MiB");
    }

    @Test
    void readsNoFileThatAnXmlDocumentNames() {
        assertThatThrownBy(() -> read("""
                        <!DOCTYPE bom [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                        <bom xmlns="http://cyclonedx.org/schema/bom/1.6"><metadata><component><name>&x;</name></component></metadata></bom>
                        """)).isInstanceOf(UnreadableDocument.class);
    }

    private static ForeignReport read(String text) throws Exception {
        return Documents.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static final class EndlessSpaces extends InputStream {
        @Override
        public int read() {
            return ' ';
        }

        @Override
        public int read(byte[] into, int from, int most) {
            java.util.Arrays.fill(into, from, from + most, (byte) ' ');
            return most;
        }
    }
}
