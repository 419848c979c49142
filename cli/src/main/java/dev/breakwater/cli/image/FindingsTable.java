package dev.breakwater.cli.image;

import dev.breakwater.cli.report.Shown;
import dev.breakwater.engine.image.ImageContents;
import dev.breakwater.engine.image.OperatingSystem;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.engine.vulnerability.ExploitSignals;
import dev.breakwater.engine.vulnerability.Match;
import dev.breakwater.feeds.Feed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings for people: what is wrong, the gravest first, then what is not known. */
public final class FindingsTable {

    private static final List<String> HEAD =
            List.of("SEVERITY", "VULNERABILITY", "PACKAGE", "INSTALLED", "FIXED IN", "EXPLOITED", "EPSS", "WHERE");

    private static final int WIDEST = 60;

    private FindingsTable() {}

    public static void write(Findings findings, Appendable out) throws IOException {
        ImageContents contents = findings.contents();
        OperatingSystem os = contents.os();
        line(
                out,
                (contents.reference().isEmpty() ? "image without a name" : contents.reference())
                        + (os == null ? "" : "  on " + os.label()) + "  "
                        + count(contents.packages().size(), "package"));
        List<List<String>> rows = new ArrayList<>();
        for (Match match : findings.matches()) {
            rows.add(row(match, findings.signals()));
        }
        if (!rows.isEmpty()) {
            line(out, "");
            rows(rows, out);
            line(out, "");
        }
        secrets(contents, out);
        unknown(findings, out);
        line(out, summary(findings));
    }

    private static List<String> row(Match match, ExploitSignals signals) {
        return List.of(
                match.severity().name().toLowerCase(Locale.ROOT),
                match.id(),
                match.installed().name(),
                match.installed().version(),
                match.isCertain() ? match.fixedVersion() : "undecided: " + match.undecided(),
                signals.exploitedOf(match).isPresent() ? "yes" : "",
                signals.epssOf(match).map(epss -> percent(epss.probability())).orElse(""),
                match.installed().path());
    }

    /** Two figures behind the point, as in the console: most estimates are below one percent. */
    private static String percent(double probability) {
        double percent = probability * 100;
        return percent > 0 && percent < 0.005 ? "< 0.01 %" : String.format(Locale.ROOT, "%.2f %%", percent);
    }

    private static void rows(List<List<String>> rows, Appendable out) throws IOException {
        int[] widths = new int[HEAD.size()];
        List<List<String>> all = new ArrayList<>();
        all.add(HEAD);
        all.addAll(rows);
        for (List<String> row : all) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.min(
                        WIDEST, Math.max(widths[column], row.get(column).length()));
            }
        }
        for (List<String> row : all) {
            StringBuilder text = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                String cell = row.get(column);
                text.append(cell).append(" ".repeat(Math.max(0, widths[column] - cell.length()) + 2));
            }
            line(out, text.toString().stripTrailing());
        }
    }

    private static void secrets(ImageContents contents, Appendable out) throws IOException {
        for (var secret : contents.secrets()) {
            line(
                    out,
                    "secret  " + secret.title() + "  " + secret.path()
                            + (secret.line() > 0 ? ":" + secret.line() : "")
                            + (secret.deleted() ? "  (removed by a later layer, still in the image)" : ""));
        }
    }

    private static void unknown(Findings findings, Appendable out) throws IOException {
        for (ImageContents.Unread each : findings.contents().incomplete()) {
            line(out, "not read  " + each.where() + "  " + each.reason());
        }
        for (Feed feed : findings.feeds()) {
            if (feed.isReadable() && feed.problemCount() > 0) {
                line(
                        out,
                        "feed " + feed.name() + ": " + count(feed.problemCount(), "entry") + " of "
                                + (feed.entries() + feed.signals() + feed.problemCount()) + " not read");
            }
        }
        List<String> useless = findings.feeds().stream()
                .filter(feed -> !feed.isReadable())
                .map(Feed::name)
                .toList();
        if (!useless.isEmpty()) {
            line(
                    out,
                    count(useless.size(), "feed") + " without an entry that can be read: "
                            + String.join(", ", useless.subList(0, Math.min(5, useless.size())))
                            + (useless.size() > 5 ? " …" : ""));
        }
        if (findings.feeds().isEmpty()) {
            line(out, "No feed was read (--feeds DIR): vulnerabilities are unknown.");
        }
        for (String age : findings.ages()) {
            line(out, age);
        }
        if (!findings.feeds().isEmpty()) {
            for (String unknown : findings.unknowns()) {
                line(out, unknown);
            }
        }
    }

    /** Counts vulnerabilities, as the console does, and says in how many packages: one can be in several. */
    private static String summary(Findings findings) {
        List<Match> certain = findings.certain();
        long undecided = findings.undecided().size();
        String unknown = undecided == 0
                ? ""
                : "  " + count(undecided, "finding") + " undecided: whether the version is affected is unknown.";
        if (certain.isEmpty()) {
            return nothing(findings) + unknown;
        }
        Map<String, Severity> worst = new HashMap<>();
        certain.forEach(match ->
                worst.merge(match.id(), match.severity(), (one, other) -> order(one) <= order(other) ? one : other));
        Map<Severity, Long> counts = new EnumMap<>(Severity.class);
        worst.values().forEach(severity -> counts.merge(severity, 1L, Long::sum));
        String parts = Arrays.stream(Severity.values())
                .sorted((one, other) -> Integer.compare(order(one), order(other)))
                .filter(counts::containsKey)
                .map(severity -> counts.get(severity) + " " + severity.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        long packages = certain.stream().map(Match::installed).distinct().count();
        String pairs = certain.size() == worst.size() ? "" : " (" + count(certain.size(), "finding") + ")";
        return (worst.size() == 1 ? "1 vulnerability" : worst.size() + " vulnerabilities") + " in "
                + count(packages, "package") + pairs + ": " + parts + (unknown.isEmpty() ? "" : "." + unknown);
    }

    private static String nothing(Findings findings) {
        int packages = findings.contents().packages().size();
        if (findings.unspoken().size() >= packages) {
            return packages == 0 && findings.contents().isComplete()
                    ? "There is no package, so that there was nothing to judge."
                    : "Nothing was judged.";
        }
        boolean all = findings.unspoken().isEmpty() && findings.undecided().isEmpty();
        return all ? "No vulnerability found." : "No vulnerability found in the others.";
    }

    private static int order(Severity severity) {
        return severity == Severity.UNKNOWN ? 9 : -severity.ordinal();
    }

    private static String count(long number, String noun) {
        String many = noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
        return number + " " + (number == 1 ? noun : many);
    }

    /** One line, whatever the image holds. */
    private static void line(Appendable out, String text) throws IOException {
        out.append(Shown.text(text)).append('\n');
    }
}
