package dev.breakwater.scanner.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.engine.image.ImageLayer;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.image.PackageType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the publishers' own schemas; they lie beside the checkout. */
class BillSchemaTest {

    private static final String CORPUS = System.getenv("BREAKWATER_CORPUS");

    private final ImageContents contents = new ImageContents(
            "registry.example/shop/cart:1",
            "sha256:" + "a".repeat(64),
            "sha256:" + "b".repeat(64),
            new OperatingSystem("debian", "12", "bookworm", "Debian GNU/Linux 12 (bookworm)"),
            List.of(new ImageLayer("sha256:" + "c".repeat(64), "sha256:" + "d".repeat(64), 7, "COPY . /app")),
            List.of(
                    new InstalledPackage(
                            "libc6",
                            "2.36-9",
                            "amd64",
                            PackageType.DEB,
                            "pkg:deb/debian/libc6@2.36-9?arch=amd64&distro=debian-12&upstream=glibc",
                            "glibc",
                            "2.36-9",
                            "var/lib/dpkg/status",
                            "sha256:" + "c".repeat(64)),
                    new InstalledPackage(
                            "lodash",
                            "4.17.4",
                            "",
                            PackageType.NPM,
                            "pkg:npm/lodash@4.17.4",
                            "",
                            "",
                            "app/a/package.json",
                            ""),
                    new InstalledPackage(
                            "lodash",
                            "4.17.4",
                            "",
                            PackageType.NPM,
                            "pkg:npm/lodash@4.17.4",
                            "",
                            "",
                            "app/b/package.json",
                            ""),
                    new InstalledPackage("tool", "1", "", PackageType.GENERIC, "", "", "", "", "")),
            List.of(),
            List.of(),
            ContentsBuilder.noConfig(),
            List.of(new Unread("app/x.jar", "is damaged")));

    @Test
    void cycloneDxIsValid() throws Exception {
        assumeThat(CORPUS).as("BREAKWATER_CORPUS names a folder of public data").isNotNull();
        assertThat(errors("cyclonedx/bom-1.6.schema.json", BillProperties.written(contents, BillFormat.CYCLONEDX)))
                .isEmpty();
        assertThat(errors("cyclonedx/bom-1.6.schema.json", "{\"bomFormat\":\"x\"}".getBytes(StandardCharsets.UTF_8)))
                .as("the schema is in force")
                .isNotEmpty();
    }

    @Test
    void spdxIsValid() throws Exception {
        assumeThat(CORPUS).as("BREAKWATER_CORPUS names a folder of public data").isNotNull();
        assertThat(errors("spdx/spdx-2.3-schema.json", BillProperties.written(contents, BillFormat.SPDX)))
                .isEmpty();
        assertThat(errors("spdx/spdx-2.3-schema.json", "{}".getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    /** What is wrong with a document by a schema of the corpus. */
    static List<String> errors(String schema, byte[] document) throws IOException {
        Path file = Path.of(CORPUS, "schemas", schema);
        Map<String, String> beside = new java.util.HashMap<>();
        try (var files = Files.list(file.getParent())) {
            for (Path each :
                    files.filter(one -> one.toString().endsWith(".json")).toList()) {
                String text = Files.readString(each);
                java.util.regex.Matcher id = java.util.regex.Pattern.compile("\"\\$?id\"\\s*:\\s*\"(http[^\"]+)\"")
                        .matcher(text);
                if (id.find()) {
                    beside.put(id.group(1), text);
                }
            }
        }
        SchemaRegistry registry =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7, builder -> builder.schemas(beside));
        return registry
                .getSchema(SchemaLocation.of(file.toUri().toString()), Files.readString(file), InputFormat.JSON)
                .validate(new String(document, StandardCharsets.UTF_8), InputFormat.JSON)
                .stream()
                .map(Error::toString)
                .toList();
    }
}
