package dev.breakwater.scanner.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.scanner.read.UnreadableEntry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

class JavaArchiveReaderTest {

    private static final String LOG4J = "META-INF/maven/org.apache.logging.log4j/log4j-core/pom.properties";

    private static final byte[] LOG4J_PROPERTIES =
            text("version=2.14.1\ngroupId=org.apache.logging.log4j\nartifactId=log4j-core\n");

    @Test
    void readsPomPropertiesOfAShadedJar() throws Exception {
        byte[] jar = jar(Map.of(
                LOG4J,
                LOG4J_PROPERTIES,
                "META-INF/maven/g/a/pom.properties",
                text("version=1.0\ngroupId=g\nartifactId=a\n"),
                "META-INF/maven/g/b/pom.properties",
                text("version=${revision}\ngroupId=g\nartifactId=b\n")));

        assertThat(Given.file("app/all.jar", jar).found())
                .containsExactlyInAnyOrder("org.apache.logging.log4j:log4j-core 2.14.1", "g:a 1.0");
    }

    @Test
    void readsJarsWithinASpringBootJarStoredOrPacked() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put(
                "META-INF/MANIFEST.MF",
                text("Manifest-Version: 1.0\r\nImplementation-Title: shop\r\nImplementation-Version: 1.2\r\n\r\n"));
        entries.put("BOOT-INF/lib/log4j-core-2.14.1.jar", jar(Map.of(LOG4J, LOG4J_PROPERTIES)));
        entries.put(
                "BOOT-INF/lib/spring-web-5.3.18.jar",
                jar(
                        Map.of(
                                "META-INF/MANIFEST.MF",
                                text(
                                        "Automatic-Module-Name: spring.web\nImplementation-Title: spring-web\nImplementation-Version: 5.3.18\n"))));
        for (boolean stored : new boolean[] {true, false}) {
            assertThat(Given.file("app/shop.jar", jar(entries, stored)).packages())
                    .extracting(InstalledPackage::purl, InstalledPackage::path)
                    .containsExactly(
                            tuple(
                                    "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
                                    "app/shop.jar!/BOOT-INF/lib/log4j-core-2.14.1.jar"),
                            tuple(
                                    "pkg:maven/org.springframework/spring-web@5.3.18",
                                    "app/shop.jar!/BOOT-INF/lib/spring-web-5.3.18.jar"),
                            tuple("", "app/shop.jar"));
        }
    }

    @Test
    void readsAnArchiveBehindAStartScript() throws Exception {
        ByteArrayOutputStream started = new ByteArrayOutputStream();
        started.write(text("#!/bin/bash\nexec java -jar \"$0\"\n"));
        started.write(jar(Map.of(LOG4J, LOG4J_PROPERTIES)));

        assertThat(Given.file("app/shop.jar", started.toByteArray()).found())
                .containsExactly("org.apache.logging.log4j:log4j-core 2.14.1");
    }

    @Test
    void takesTheManifestElseTheFileName() throws Exception {
        assertThat(manifest(
                        "a/commons-lang3-3.12.0.jar",
                        "Bundle-SymbolicName: org.apache.commons.lang3\nBundle-Version: 3.12.0"))
                .isEqualTo("org.apache.commons:commons-lang3 3.12.0");
        assertThat(manifest(
                        "a/h2.jar",
                        "Implementation-Vendor-Id: com.h2database\nImplementation-Title: H2 Database\n"
                                + "Implementation-Version: 1.4.200\nBundle-SymbolicName: com.h2database"))
                .isEqualTo("com.h2database:h2database 1.4.200");
        assertThat(manifest("a/x.jar", "Implementation-Title: io.micrometer#micrometer-core;1.9.0"))
                .isEqualTo("io.micrometer:micrometer-core 1.9.0");
        assertThat(manifest("a/spring-core-5.3.18.RELEASE.jar", "Implementation-Title: spring-core"))
                .isEqualTo("org.springframework:spring-core 5.3.18.RELEASE");
        assertThat(Given.file("lib/thing-1.2.3.jar", jar(Map.of("a.class", text("x"))))
                        .found())
                .containsExactly("thing 1.2.3");
        assertThat(Given.file("lib/thing.jar", jar(Map.of("a.class", text("x"))))
                        .found())
                .isEmpty();
    }

    @Test
    void readsTheRestOfAnArchiveThatHoldsADamagedOne() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("lib/broken.jar", text("no archive at all, but long enough to be looked at"));
        entries.put("lib/good.jar", jar(Map.of(LOG4J, LOG4J_PROPERTIES)));

        assertThatThrownBy(() -> Given.file("app.war", jar(entries)).packages())
                .isInstanceOfSatisfying(UnreadableEntry.class, damaged -> {
                    assertThat(damaged)
                            .hasMessage("holds lib/broken.jar, which is not a valid zip archive: it has no directory");
                    assertThat(damaged.found()).hasSize(1);
                });
    }

    @Test
    void endsAtArchivesWithinArchivesWithoutEnd() throws Exception {
        byte[] inner = jar(Map.of("META-INF/maven/g/a/pom.properties", text("version=1\ngroupId=g\nartifactId=a")));
        for (int depth = 0; depth < 20; depth++) {
            inner = jar(Map.of("inner.jar", inner));
        }
        byte[] matryoshka = inner;
        assertThatThrownBy(() -> Given.file("deep.jar", matryoshka).packages())
                .isInstanceOf(UnreadableEntry.class)
                .hasMessageContaining("deeper than 5");
    }

    @Test
    void endsAtABombWithoutUnpackingItWhole() throws Exception {
        byte[] bomb = jar(Map.of("inner.jar", new byte[600 << 20]));
        long began = System.nanoTime();

        assertThat(bomb.length).isLessThan(1 << 20);
        assertThatThrownBy(() -> Given.file("bomb.jar", bomb).packages())
                .isInstanceOf(UnreadableEntry.class)
                .hasMessageContaining("is larger than the 536870912 bytes");
        assertThat((System.nanoTime() - began) / 1e9).isLessThan(60);
    }

    @Test
    void saysThatATruncatedArchiveIsNone() throws Exception {
        byte[] jar = jar(Map.of(LOG4J, LOG4J_PROPERTIES));

        assertThatThrownBy(() -> Given.file("cut.jar", Arrays.copyOf(jar, jar.length / 2))
                        .packages())
                .isInstanceOf(UnreadableEntry.class)
                .hasMessage("is not a valid zip archive: it has no directory");
    }

    private static String manifest(String path, String manifest) throws IOException {
        return Given.file(path, jar(Map.of("META-INF/MANIFEST.MF", text(manifest + "\n"))))
                .found()
                .getFirst();
    }

    static byte[] jar(Map<String, byte[]> entries) throws IOException {
        return jar(entries, false);
    }

    private static byte[] jar(Map<String, byte[]> entries, boolean stored) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                if (stored) {
                    CRC32 sum = new CRC32();
                    sum.update(each.getValue());
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(each.getValue().length);
                    entry.setCrc(sum.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(each.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
