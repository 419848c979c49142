package dev.breakwater.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Feeds for the pictures: public advisories of packages that the demo's made-up bills of materials name, with samples of scores in
 * the size of those that FIRST publishes. No publisher's files are needed for a picture, and none are copied.
 */
final class SampleFeeds {

    private record Advisory(
            String cve,
            String ecosystem,
            String name,
            String fixed,
            String severity,
            String vector,
            String summary,
            double epss,
            boolean exploited) {}

    private static final String NETWORK = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/";
    private static final String ALL = NETWORK + "C:H/I:H/A:H";
    private static final String AVAILABILITY = NETWORK + "C:N/I:N/A:H";

    private static final List<Advisory> ADVISORIES = List.of(
            of(
                    "CVE-2021-44228",
                    "Maven",
                    "org.apache.logging.log4j:log4j-core",
                    "2.15.0",
                    "CRITICAL",
                    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H",
                    "Remote code injection in Log4j",
                    0.94,
                    true),
            of(
                    "CVE-2021-45046",
                    "Maven",
                    "org.apache.logging.log4j:log4j-core",
                    "2.16.0",
                    "CRITICAL",
                    "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:C/C:H/I:H/A:H",
                    "Incomplete fix of CVE-2021-44228",
                    0.94,
                    true),
            of(
                    "CVE-2022-1471",
                    "Maven",
                    "org.yaml:snakeyaml",
                    "2.0",
                    "HIGH",
                    ALL,
                    "Deserialization of untrusted data in SnakeYAML",
                    0.93,
                    false),
            of(
                    "CVE-2020-36518",
                    "Maven",
                    "com.fasterxml.jackson.core:jackson-databind",
                    "2.13.2.1",
                    "HIGH",
                    AVAILABILITY,
                    "Deeply nested JSON in jackson-databind",
                    0.006,
                    false),
            of(
                    "CVE-2022-42003",
                    "Maven",
                    "com.fasterxml.jackson.core:jackson-databind",
                    "2.13.4.2",
                    "HIGH",
                    AVAILABILITY,
                    "Uncontrolled resource consumption in jackson-databind",
                    0.003,
                    false),
            of(
                    "CVE-2021-43797",
                    "Maven",
                    "io.netty:netty-codec-http",
                    "4.1.71.Final",
                    "MEDIUM",
                    NETWORK + "C:N/I:L/A:N",
                    "HTTP request smuggling in Netty",
                    0.008,
                    false),
            of(
                    "CVE-2022-31197",
                    "Maven",
                    "org.postgresql:postgresql",
                    "42.3.7",
                    "HIGH",
                    "CVSS:3.1/AV:N/AC:H/PR:L/UI:R/S:U/C:H/I:H/A:H",
                    "SQL injection in the PostgreSQL JDBC driver",
                    0.004,
                    false),
            of(
                    "CVE-2024-1597",
                    "Maven",
                    "org.postgresql:postgresql",
                    "42.3.9",
                    "CRITICAL",
                    ALL,
                    "SQL injection by line comments in the PostgreSQL JDBC driver",
                    0.011,
                    false),
            of(
                    "CVE-2023-4863",
                    "PyPI",
                    "pillow",
                    "10.0.1",
                    "HIGH",
                    "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H",
                    "Heap overflow in the bundled libwebp",
                    0.93,
                    true),
            of(
                    "CVE-2023-50447",
                    "PyPI",
                    "pillow",
                    "10.2.0",
                    "CRITICAL",
                    ALL,
                    "Arbitrary code execution in Pillow",
                    0.014,
                    false),
            of(
                    "CVE-2023-43804",
                    "PyPI",
                    "urllib3",
                    "1.26.17",
                    "HIGH",
                    "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N",
                    "Cookie header kept on redirects",
                    0.009,
                    false),
            of(
                    "CVE-2024-42005",
                    "PyPI",
                    "django",
                    "4.2.15",
                    "CRITICAL",
                    ALL,
                    "SQL injection in QuerySet.values()",
                    0.05,
                    false),
            of(
                    "CVE-2023-43665",
                    "PyPI",
                    "django",
                    "4.2.6",
                    "HIGH",
                    AVAILABILITY,
                    "Denial of service in Truncator",
                    0.013,
                    false),
            of(
                    "CVE-2021-3749",
                    "npm",
                    "axios",
                    "0.21.2",
                    "HIGH",
                    AVAILABILITY,
                    "Slow regular expression in axios",
                    0.08,
                    false),
            of(
                    "CVE-2020-28168",
                    "npm",
                    "axios",
                    "0.21.2",
                    "MEDIUM",
                    "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:N/A:N",
                    "Proxy bypass by redirect in axios",
                    0.003,
                    false),
            of(
                    "CVE-2021-23337",
                    "npm",
                    "lodash",
                    "4.17.21",
                    "HIGH",
                    "CVSS:3.1/AV:N/AC:L/PR:H/UI:N/S:U/C:H/I:H/A:H",
                    "Command injection in lodash",
                    0.01,
                    false),
            of(
                    "CVE-2022-25883",
                    "npm",
                    "semver",
                    "7.5.2",
                    "HIGH",
                    AVAILABILITY,
                    "Slow regular expression in semver",
                    0.004,
                    false),
            of(
                    "CVE-2022-23540",
                    "npm",
                    "jsonwebtoken",
                    "9.0.0",
                    "MEDIUM",
                    "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:H/A:L",
                    "Insecure default algorithm in jsonwebtoken",
                    0.001,
                    false),
            of(
                    "CVE-2023-44487",
                    "Go",
                    "golang.org/x/net",
                    "0.17.0",
                    "HIGH",
                    AVAILABILITY,
                    "HTTP/2 rapid reset",
                    0.94,
                    true),
            of(
                    "CVE-2023-48795",
                    "Go",
                    "golang.org/x/crypto",
                    "0.17.0",
                    "MEDIUM",
                    "CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:N/I:H/A:N",
                    "Terrapin: prefix truncation in SSH",
                    0.6,
                    false),
            of(
                    "CVE-2023-5363",
                    "Debian:12",
                    "openssl",
                    "3.0.11-1~deb12u2",
                    "HIGH",
                    NETWORK + "C:H/I:N/A:N",
                    "Key and IV length in some ciphers",
                    0.013,
                    false),
            of(
                    "CVE-2023-52425",
                    "Debian:12",
                    "expat",
                    "2.5.0-1+deb12u1",
                    "HIGH",
                    AVAILABILITY,
                    "Denial of service by large tokens",
                    0.009,
                    false),
            of(
                    "CVE-2024-0567",
                    "Debian:12",
                    "gnutls28",
                    "3.7.9-2+deb12u2",
                    "HIGH",
                    AVAILABILITY,
                    "Rejects chains with distributed trust",
                    0.012,
                    false),
            of(
                    "CVE-2023-46218",
                    "Debian:12",
                    "curl",
                    "7.88.1-10+deb12u5",
                    "MEDIUM",
                    NETWORK + "C:L/I:L/A:N",
                    "Cookies for mixed-case domains",
                    0.02,
                    false));

    private SampleFeeds() {}

    private static Advisory of(
            String cve,
            String ecosystem,
            String name,
            String fixed,
            String severity,
            String vector,
            String summary,
            double epss,
            boolean exploited) {
        return new Advisory(cve, ecosystem, name, fixed, severity, vector, summary, epss, exploited);
    }

    /** Advisories in the form of OSV, changed just now. */
    static byte[] advisories() throws IOException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Advisory one : ADVISORIES) {
                zip.putNextEntry(new ZipEntry(one.cve() + ".json"));
                zip.write("""
                        {"schema_version":"1.6.0","id":"%s","modified":"%s","published":"%s","summary":"%s",
                         "severity":[{"type":"CVSS_V3","score":"%s"}],"database_specific":{"severity":"%s"},
                         "affected":[{"package":{"ecosystem":"%s","name":"%s"},
                           "ranges":[{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"fixed":"%s"}]}]}]}
                        """.formatted(
                                one.cve(),
                                now,
                                one.cve().substring(4, 8) + "-10-01T00:00:00Z",
                                one.summary(),
                                one.vector(),
                                one.severity(),
                                one.ecosystem(),
                                one.name(),
                                one.fixed())
                        .getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Probabilities in the form of FIRST, of today. */
    static byte[] scores() {
        String today = LocalDate.now(ZoneOffset.UTC).toString();
        return ("#model_version:sample,score_date:" + today + "T00:00:00+0000\ncve,epss,percentile\n"
                        + ADVISORIES.stream()
                                .map(one -> one.cve() + "," + one.epss() + "," + Math.min(0.999, 0.5 + one.epss() / 2))
                                .collect(Collectors.joining("\n"))
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** What is exploited, in the form of CISA. */
    static byte[] exploited() {
        return ("{\"title\":\"sample\",\"catalogVersion\":\"sample\",\"dateReleased\":\""
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\",\"vulnerabilities\":["
                        + ADVISORIES.stream()
                                .filter(Advisory::exploited)
                                .map(one -> "{\"cveID\":\"" + one.cve() + "\",\"dateAdded\":\"2023-10-10\"}")
                                .collect(Collectors.joining(","))
                        + "]}")
                .getBytes(StandardCharsets.UTF_8);
    }
}
