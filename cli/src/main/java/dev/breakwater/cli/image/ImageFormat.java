package dev.breakwater.cli.image;

import dev.breakwater.cli.Bwctl;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.scanner.sbom.BillFormat;
import dev.breakwater.scanner.sbom.BillWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** The formats of a report on an image. */
public enum ImageFormat {
    /** For people. */
    TABLE {
        @Override
        public void write(Findings findings, Verdict verdict, Appendable out) throws IOException {
            FindingsTable.write(findings, out);
        }
    },
    JSON {
        @Override
        public void write(Findings findings, Verdict verdict, Appendable out) throws IOException {
            FindingsJson.write(findings, out);
        }
    },
    /** SARIF 2.1.0, for code scanning. */
    SARIF {
        @Override
        public void write(Findings findings, Verdict verdict, Appendable out) throws IOException {
            ImageSarif.write(findings, out);
        }
    },
    /** JUnit XML: a case for each vulnerability and secret, failed where the command fails for it. */
    JUNIT {
        @Override
        public void write(Findings findings, Verdict verdict, Appendable out) throws IOException {
            ImageJUnit.write(findings, verdict, out);
        }
    },
    /** A bill of materials, CycloneDX 1.6, with the vulnerabilities that were found. */
    CYCLONEDX {
        @Override
        public void write(Findings findings, Verdict verdict, Appendable out) throws IOException {
            bill(BillFormat.CYCLONEDX, findings, out);
        }
    },
    /** A bill of materials, SPDX 2.3. */
    SPDX {
        @Override
        public void write(Findings findings, Verdict verdict, Appendable out) throws IOException {
            bill(BillFormat.SPDX, findings, out);
        }
    };

    /** Where a secret stands on the scale: whoever has it acts as someone else. */
    public static final Severity SECRET = Severity.HIGH;

    /** Writes a report in this format. */
    public abstract void write(Findings findings, Verdict verdict, Appendable out) throws IOException;

    private static void bill(BillFormat format, Findings findings, Appendable out) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BillWriter.write(
                format,
                findings.contents(),
                findings.matches(),
                Instant.now(),
                "breakwater",
                Bwctl.versionNumber(),
                bytes);
        out.append(bytes.toString(StandardCharsets.UTF_8)).append('\n');
    }
}
