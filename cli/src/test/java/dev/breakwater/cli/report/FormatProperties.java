package dev.breakwater.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.Report.Finding;
import dev.breakwater.manifests.check.Report.Missing;
import dev.breakwater.manifests.check.Report.Proof;
import dev.breakwater.manifests.check.Report.Subject;
import dev.breakwater.manifests.check.Report.Unknown;
import dev.breakwater.manifests.check.Report.Unreadable;
import dev.breakwater.manifests.check.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.List;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a manifest calls itself, each format stays what it is, and shows nothing that hides. */
class FormatProperties {

    private static final Schema SARIF = sarif();

    private static Schema sarif() {
        try (InputStream schema =
                com.contrastsecurity.sarif.Run.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(JsonMapper.shared().readTree(schema));
        } catch (IOException e) {
            throw new IllegalStateException("the schema is on the class path", e);
        }
    }

    /** Any characters at all, and those with which formats, terminals and spreadsheets are broken. */
    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(30),
                Arbitraries.of(
                        "",
                        "=1+1",
                        "a\"b,c\r\nd",
                        "]]>",
                        "<script>",
                        "\u202e txt.exe",
                        "\u0000",
                        "\ud800",
                        "\ufffe",
                        "\u001b[2J",
                        "a/../b c%20.yaml",
                        "C:\\x\\y.yaml",
                        "#?&",
                        "日本語"));
    }

    @Provide
    Arbitrary<Report> reports() {
        Arbitrary<Severity> severities = Arbitraries.of(Severity.class);
        Arbitrary<UUID> ids = Arbitraries.longs().map(number -> new UUID(number, 7));
        Arbitrary<Rule> rules = Combinators.combine(
                        ids, texts(), severities, texts(), texts().list().ofMaxSize(3))
                .as((id, name, severity, text, words) -> new Rule(id, name, severity, text, text, text, words));
        Arbitrary<Subject> subjects = Combinators.combine(
                        texts(), texts(), Arbitraries.integers().between(1, 9_999))
                .as((name, file, line) -> new Subject(name, name, name, file, line, 0));
        Arbitrary<Proof> proofs = Combinators.combine(
                        texts(), Arbitraries.integers().between(1, 9_999))
                .as((text, line) -> new Proof(text, text, text, text, text, text, text, line));
        Arbitrary<Finding> findings = Combinators.combine(
                        rules, severities, subjects, texts(), proofs.list().ofMaxSize(2), Arbitraries.of(true, false))
                .as(Finding::new);
        Arbitrary<Unknown> unknown = Combinators.combine(rules, severities, subjects, texts())
                .as((rule, severity, subject, text) ->
                        new Unknown(rule, severity, subject, List.of(new Missing(text, text, text, text))));
        Arbitrary<Unreadable> unreadable =
                Combinators.combine(texts(), texts()).as((file, why) -> new Unreadable(file, 0, why, null));
        return Combinators.combine(
                        findings.list().ofMaxSize(4),
                        unknown.list().ofMaxSize(2),
                        unreadable.list().ofMaxSize(2))
                .as((found, unclear, lost) -> new Report(found, unclear, lost, found.size(), 3));
    }

    private static String written(Format format, Report report) throws IOException {
        StringBuilder out = new StringBuilder();
        format.write(report, out);
        return out.toString();
    }

    @Property(tries = 300)
    void sarifIsValidByItsSchema(@ForAll("reports") Report report) throws IOException {
        JsonNode sarif = JsonMapper.shared().readTree(written(Format.SARIF, report));
        assertThat(SARIF.validate(sarif)).isEmpty();
        assertThat(sarif.path("runs").path(0).path("results"))
                .hasSize(report.findings().size());
    }

    @Property(tries = 300)
    void jsonHasEveryFinding(@ForAll("reports") Report report) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(written(Format.JSON, report));
        assertThat(json.path("findings")).hasSize(report.findings().size());
        assertThat(json.path("unknown")).hasSize(report.unknown().size());
        assertThat(json.path("unreadable")).hasSize(report.unreadable().size());
    }

    @Property(tries = 300)
    void junitIsXmlWithAFailureForEachNewFinding(@ForAll("reports") Report report) throws Exception {
        var document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(written(Format.JUNIT, report))));
        assertThat(document.getElementsByTagName("failure").getLength()).isEqualTo((int)
                report.findings().stream().filter(finding -> !finding.known()).count());
    }

    @Property(tries = 300)
    void csvIsATableThatNoSpreadsheetRuns(@ForAll("reports") Report report) throws IOException {
        List<CSVRecord> rows = CSVFormat.RFC4180
                .parse(new StringReader(written(Format.CSV, report)))
                .getRecords();
        assertThat(rows).isNotEmpty();
        int columns = rows.getFirst().size();
        for (CSVRecord row : rows) {
            assertThat(row.size()).isEqualTo(columns);
            row.forEach(cell -> assertThat(cell).doesNotStartWith("=").doesNotContain("\u202e", "\u001b"));
        }
    }

    @Property(tries = 300)
    void theTableShowsNothingThatHides(@ForAll("reports") Report report) throws IOException {
        assertThat(written(Format.TABLE, report)).doesNotContain("\u202e", "\u001b", "\u0000");
    }
}
