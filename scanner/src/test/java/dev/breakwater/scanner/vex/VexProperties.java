package dev.breakwater.scanner.vex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.vulnerability.vex.VexDocument;
import dev.breakwater.engine.vulnerability.vex.VexJustification;
import dev.breakwater.engine.vulnerability.vex.VexProduct;
import dev.breakwater.engine.vulnerability.vex.VexStatement;
import dev.breakwater.engine.vulnerability.vex.VexStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class VexProperties {

    @Property(tries = 200)
    void importAndExportAreAFixedPoint(@ForAll("documents") VexDocument document, @ForAll VexFormat format)
            throws Exception {
        VexDocument imported = again(document, format);
        VexDocument twice = again(imported, format);

        assertThat(twice).isEqualTo(imported);
        assertThat(written(twice, format)).isEqualTo(written(imported, format));
        if (format != VexFormat.CSAF) {
            assertThat(imported).isEqualTo(document);
        }
    }

    @Property(tries = 100)
    void everyFormatKeepsWhatDecides(@ForAll("documents") VexDocument any, @ForAll VexFormat format) throws Exception {
        VexDocument document = consistent(any);
        assertThat(decisions(again(document, format))).isEqualTo(decisions(document));
    }

    /** The same without statements that say something else of the same product. */
    private static VexDocument consistent(VexDocument any) {
        Set<String> said = new HashSet<>();
        return new VexDocument(
                any.id(),
                any.author(),
                any.timestamp(),
                any.version(),
                any.statements().stream()
                        .map(one -> one.of(one.products().stream()
                                .filter(product -> said.add(one.vulnerability() + product))
                                .toList()))
                        .filter(one -> !one.products().isEmpty())
                        .toList());
    }

    /** Without times, which CSAF says of a document only, and without words that belong to no such status there. */
    private static List<String> decisions(VexDocument document) {
        return document.statements().stream()
                .flatMap(one -> one.products().stream()
                        .map(product -> String.join(
                                "|",
                                one.vulnerability(),
                                one.aliases().toString(),
                                one.status().name(),
                                String.valueOf(one.justification()),
                                product.purl(),
                                product.digest(),
                                product.subcomponent())))
                .sorted()
                .toList();
    }

    static VexDocument again(VexDocument document, VexFormat format) throws IOException {
        VexDocuments.Read read = VexDocuments.read(new ByteArrayInputStream(written(document, format)));
        assertThat(read.format()).isEqualTo(format);
        return read.document();
    }

    static byte[] written(VexDocument document, VexFormat format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        VexWriter.write(format, document, bytes);
        return bytes.toByteArray();
    }

    @Provide
    Arbitrary<VexDocument> documents() {
        return Combinators.combine(
                        Arbitraries.of("urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79", "https://example.com/vex/1"),
                        Arbitraries.of("Example Security", "Ä & <B>"),
                        instant(),
                        Arbitraries.integers().between(1, 9),
                        statement().list().ofMinSize(1).ofMaxSize(8))
                .as(VexDocument::new)
                .filter(document -> document.statements().stream()
                                .map(one -> one.vulnerability() + one.aliases())
                                .distinct()
                                .count()
                        == document.statements().stream()
                                .map(VexStatement::vulnerability)
                                .distinct()
                                .count());
    }

    private static Arbitrary<Instant> instant() {
        return Arbitraries.longs().between(0, 2_000_000_000).map(Instant::ofEpochSecond);
    }

    private static Arbitrary<VexStatement> statement() {
        Arbitrary<String> words = Arbitraries.of("", "The class is not loaded.", "Update \"now\"\nplease");
        return Combinators.combine(
                        Arbitraries.of("CVE-2021-44228", "CVE-2024-0727", "GHSA-jfh8-c2jp-5v3q"),
                        product().list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(VexStatus.class),
                        Arbitraries.of(VexJustification.class).injectNull(0.3),
                        words,
                        words,
                        instant().injectNull(0.5))
                .as((id, products, status, justification, impact, action, timestamp) -> {
                    boolean isNotAffected = status == VexStatus.NOT_AFFECTED;
                    return new VexStatement(
                            id,
                            id.startsWith("GHSA") ? List.of("CVE-2021-44228") : List.of(),
                            products,
                            status,
                            isNotAffected ? justification : null,
                            isNotAffected ? impact : "",
                            status == VexStatus.AFFECTED ? action : "",
                            timestamp);
                });
    }

    private static Arbitrary<VexProduct> product() {
        String digest = "sha256:" + "a1".repeat(32);
        Arbitrary<VexProduct> whole = Arbitraries.of(
                new VexProduct(
                        "",
                        "pkg:oci/cart@sha256%3A" + "b2".repeat(32) + "?repository_url=registry.example%2Fcart",
                        "",
                        "",
                        ""),
                new VexProduct("", "", digest, "", ""),
                new VexProduct("shop", "", "sha256:" + "c3".repeat(32), "", ""),
                new VexProduct("platform", "", "", "cpe:/o:redhat:enterprise_linux:9", ""),
                new VexProduct("", "pkg:npm/%40scope/shop@1.0.0", "", "", ""));
        return Combinators.combine(
                        whole,
                        Arbitraries.of(
                                "",
                                "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
                                "pkg:deb/debian/curl@7.88",
                                "log4j"))
                .as((one, part) -> new VexProduct(one.id(), one.purl(), one.digest(), one.cpe(), part));
    }
}
