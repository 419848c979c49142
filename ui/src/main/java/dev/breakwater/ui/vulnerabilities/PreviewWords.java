package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.vulnerabilities.ExceptionPreview;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.SeverityMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an exception hides, in sentences. */
final class PreviewWords {

    private static final int NAMED = 5;

    private PreviewWords() {}

    static String sum(ExceptionPreview one) {
        return sum(one.findings(), one.already(), one.workloads(), one.images(), false);
    }

    /**
     * How much is hidden that counts now.
     *
     * @param already findings besides that another decision has off the count
     * @param several whether the workloads and images are those of the exception that reaches furthest
     */
    static String sum(int findings, int already, int workloads, int images, boolean several) {
        if (findings == 0) {
            return already == 0
                    ? "It hides nothing of what runs today."
                    : "It hides nothing more: " + Counted.of(already, "finding is", "findings are")
                            + " off the count already.";
        }
        return Counted.of(findings, "finding is", "findings are") + " hidden, in " + (several ? "at least " : "")
                + Counted.of(workloads, "workload", "workloads") + " and "
                + Counted.of(images, "image", "images") + "."
                + (already == 0 ? "" : " " + Counted.of(already, "more is", "more are") + " off the count already.");
    }

    /** What deserves a thought, and the first places. */
    static List<String> lines(ExceptionPreview preview, String lead) {
        List<String> lines = new ArrayList<>();
        if (preview.findings() > 0 && lead.isEmpty()) {
            lines.add("The gravest is " + SeverityMark.word(preview.severity()).toLowerCase(Locale.ROOT) + ".");
        }
        if (preview.facts().exploited()) {
            lines.add(sentence(lead, "it is known to be exploited."));
        }
        if (preview.facts().fixKnown()) {
            lines.add(sentence(lead, "a version mends it."));
        }
        if (preview.facts().exposed()) {
            lines.add(sentence(lead, "a workload that has it can be reached from outside."));
        }
        if (!preview.samples().isEmpty() && lead.isEmpty()) {
            String names = preview.samples().stream()
                    .limit(NAMED)
                    .map(one -> one.namespace() + "/" + one.name() + " in " + one.cluster())
                    .collect(Collectors.joining(", "));
            int more = preview.workloads() - Math.min(NAMED, preview.samples().size());
            lines.add(names + (more > 0 ? " and " + Counted.number(more) + " more" : ""));
        }
        return lines;
    }

    private static String sentence(String lead, String words) {
        return lead.isEmpty()
                ? words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1)
                : lead + ": " + words;
    }
}
