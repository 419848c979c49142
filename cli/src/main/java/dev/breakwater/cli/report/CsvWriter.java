package dev.breakwater.cli.report;

import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.Report.Finding;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A line for each finding, with the line of its first proof; a text that a spreadsheet would take for a formula begins with an apostrophe. */
final class CsvWriter implements Format.Writer {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "severity", "policy", "policyId", "kind", "namespace", "name", "file", "line", "message", "known")
            .get();

    @Override
    public void write(Report report, Appendable out) throws IOException {
        CSVPrinter printer = new CSVPrinter(out, FORMAT);
        for (Finding finding : report.findings()) {
            printer.printRecord(
                    finding.severity(),
                    safe(finding.policy().name()),
                    finding.policy().id(),
                    safe(finding.object().kind()),
                    safe(finding.object().namespace()),
                    safe(finding.object().name()),
                    safe(finding.object().file()),
                    finding.line(),
                    safe(finding.message()),
                    finding.known());
        }
        printer.flush();
    }

    private static String safe(String given) {
        String text = Shown.text(given);
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
