package dev.breakwater.cli.report;

import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.manifests.check.Report;
import dev.breakwater.manifests.check.Report.Finding;
import dev.breakwater.manifests.check.Report.Missing;
import dev.breakwater.manifests.check.Report.Proof;
import dev.breakwater.manifests.check.Report.Unknown;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** For people: object by object, the gravest first, each with the line to look at; then what is not known. */
final class TableWriter implements Format.Writer {

    private static final int MOST_PROOFS = 3;
    private static final String NO_SCANNER = "No scanner is connected: nobody has looked into the images.";

    @Override
    public void write(Report report, Appendable out) throws IOException {
        Map<Report.Subject, List<Finding>> byObject = report.findings().stream()
                .filter(finding -> !finding.known())
                .collect(Collectors.groupingBy(Finding::object, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<Report.Subject, List<Finding>> object : byObject.entrySet()) {
            line(out, object.getKey() + "  " + place(object.getKey()));
            for (Finding finding : object.getValue()) {
                line(
                        out,
                        "  " + pad(finding.severity().name().toLowerCase(Locale.ROOT), 9)
                                + finding.policy().name());
                proofs(finding, out);
            }
            line(out, "");
        }
        unknown(report.unknown(), out);
        for (Report.Unreadable unreadable : report.unreadable()) {
            line(out, "not read  " + unreadable);
        }
        long known = report.findings().stream().filter(Finding::known).count();
        long fresh = report.findings().size() - known;
        line(
                out,
                count(fresh, "violation") + " of " + count(report.policies(), "policy") + " in "
                        + count(report.objects(), "object")
                        + (known == 0 ? "" : ", " + known + " more in the baseline or accepted")
                        + (report.unknown().isEmpty()
                                ? ""
                                : ", " + report.unknown().size() + " not known")
                        + (report.unreadable().isEmpty()
                                ? ""
                                : ", " + count(report.unreadable().size(), "problem") + " in reading"));
    }

    private static void proofs(Finding finding, Appendable out) throws IOException {
        List<Proof> proofs = finding.evidence();
        for (Proof proof : proofs.subList(0, Math.min(MOST_PROOFS, proofs.size()))) {
            line(out, "           " + finding.object().file() + ":" + proof.line() + "  " + proof.message());
        }
        if (proofs.size() > MOST_PROOFS) {
            line(out, "           and " + (proofs.size() - MOST_PROOFS) + " more");
        }
    }

    /** What is missing, once for all workloads and policies that miss it; what images hold in one sentence. */
    private static void unknown(List<Unknown> unknown, Appendable out) throws IOException {
        Map<String, Set<String>> byReason = new LinkedHashMap<>();
        for (Unknown each : unknown) {
            for (Missing missing : each.missing()) {
                String reason = ImageDetails.saysNobodyLooked(missing.detail()) ? NO_SCANNER : missing.detail();
                byReason.computeIfAbsent(reason, detail -> new TreeSet<>())
                        .add(each.policy().name());
            }
        }
        if (byReason.isEmpty()) {
            return;
        }
        line(out, "Not known, so neither passed nor failed:");
        for (Map.Entry<String, Set<String>> reason : byReason.entrySet()) {
            line(out, "  " + reason.getKey() + " (" + count(reason.getValue().size(), "policy") + ")");
        }
        line(out, "");
    }

    private static String place(Report.Subject object) {
        return object.file() + ":" + object.line();
    }

    private static String count(long number, String noun) {
        String many = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + (number == 1 ? noun : many);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    /** One line, whatever the objects are called. */
    private static void line(Appendable out, String text) throws IOException {
        out.append(Shown.text(text)).append('\n');
    }
}
