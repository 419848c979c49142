package dev.breakwater.cli.report;

import dev.breakwater.manifests.check.Report;
import java.io.IOException;
import java.util.function.Supplier;

/** The formats of a report. */
public enum Format {
    /** For people. */
    TABLE(TableWriter::new),
    JSON(JsonWriter::new),
    /** SARIF 2.1.0, for code scanning. */
    SARIF(SarifWriter::new),
    /** JUnit XML: a case for each policy and object. */
    JUNIT(JUnitWriter::new),
    CSV(CsvWriter::new);

    /** Writes a report. */
    interface Writer {

        void write(Report report, Appendable out) throws IOException;
    }

    // Made when asked for: most starts need one of them.
    private final Supplier<Writer> writer;

    Format(Supplier<Writer> writer) {
        this.writer = writer;
    }

    /** Writes a report in this format. */
    public void write(Report report, Appendable out) throws IOException {
        writer.get().write(report, out);
    }
}
