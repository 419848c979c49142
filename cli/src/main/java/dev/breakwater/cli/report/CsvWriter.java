package dev.breakwater.cli.report;

import dev.breakwater.cli.report.Report.Finding;
import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A line for each finding; a text that a spreadsheet would take for a formula begins with an apostrophe. */
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
                    finding.object().line(),
                    safe(finding.message()),
                    finding.known());
        }
        printer.flush();
    }

    private static String safe(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
