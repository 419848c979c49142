package dev.breakwater.cli.assess;

import dev.breakwater.cli.assess.Assessment.Combination;
import dev.breakwater.cli.assess.Assessment.Figure;
import dev.breakwater.cli.assess.Assessment.Practice;
import dev.breakwater.cli.assess.Assessment.Risky;
import dev.breakwater.paper.Paper;
import dev.breakwater.paper.PaperText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * An assessment as one page: no script, nothing from elsewhere, and a policy within the page that holds a browser to both. Only
 * {@link PaperText} brings values in.
 */
final class AssessmentHtml {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", Locale.ENGLISH);

    private AssessmentHtml() {}

    /** The page, the same for a browser and for PDF. */
    static String page(Assessment assessment, String version) {
        String style = Paper.style() + own();
        String policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-"
                + hash(style) + "'; base-uri 'none'; form-action 'none'\"/>"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>";
        return Paper.document("Risk assessment", policy, style, article(assessment, version));
    }

    private static String article(Assessment assessment, String version) {
        StringBuilder html = new StringBuilder("<article class=\"bw-summary assess\">");
        html.append("<table class=\"top\"><tr><td class=\"brand\">Breakwater</td><td class=\"right\">Risk assessment, ")
                .append(PaperText.of(MINUTE.format(assessment.asOf().atZone(ZoneOffset.UTC))))
                .append("</td></tr></table><h1>")
                .append(PaperText.of(assessment.headline()))
                .append("</h1>");
        grade(html, assessment);
        figures(html, assessment.figures());
        combinations(html, assessment.combinations());
        riskiest(html, assessment.riskiest());
        practices(html, assessment.practices());
        notKnown(html, assessment.notKnown());
        return html.append("<p class=\"foot\">Looked at: ")
                .append(PaperText.of(assessment.subject()))
                .append(". Nothing was changed, and nothing was sent anywhere. Breakwater ")
                .append(PaperText.of(version))
                .append(".</p></article>")
                .toString();
    }

    private static void grade(StringBuilder html, Assessment assessment) {
        html.append(
                        "<table class=\"posture\"><tr><td class=\"grade\"><div class=\"box\"><span class=\"meta\">Grade</span>")
                .append("<span class=\"letter\">")
                .append(assessment.grade())
                .append("</span></div></td><td><h2>What the grade says</h2>");
        for (String why : assessment.why()) {
            html.append("<p>").append(PaperText.of(why)).append("</p>");
        }
        html.append("</td></tr></table>");
    }

    private static void figures(StringBuilder html, List<Figure> figures) {
        html.append("<table class=\"figures\"><tr>");
        for (Figure figure : figures) {
            html.append("<td><span class=\"number\">")
                    .append(PaperText.of(figure.value()))
                    .append("</span><span class=\"what\">")
                    .append(PaperText.of(figure.what()))
                    .append("</span><span class=\"meta\">")
                    .append(PaperText.of(figure.more()))
                    .append("</span></td>");
        }
        html.append("</tr></table>");
    }

    private static void combinations(StringBuilder html, List<Combination> combinations) {
        html.append("<h2>What is worst together</h2>");
        if (combinations.isEmpty()) {
            html.append("<p>No workload is known to join what makes breaking in easy with what makes it pay.</p>");
            return;
        }
        html.append("<table class=\"risks\">");
        for (Combination combination : combinations) {
            html.append("<tr><td class=\"name\"><b>")
                    .append(PaperText.of(combination.workload()))
                    .append("</b></td><td>")
                    .append(PaperText.of(sentence(combination.traits())))
                    .append("<span class=\"meta\">")
                    .append(PaperText.of(combination.meaning()))
                    .append("</span></td></tr>");
        }
        html.append("</table>");
    }

    private static String sentence(List<String> parts) {
        String last = parts.getLast();
        String first = String.join(", ", parts.subList(0, parts.size() - 1));
        return "It " + first + (first.isEmpty() ? "" : ", and ") + last + ".";
    }

    private static void riskiest(StringBuilder html, List<Risky> riskiest) {
        html.append("<h2>The riskiest workloads</h2>");
        if (riskiest.isEmpty()) {
            html.append("<p>Nothing that is known makes one of them risky.</p>");
            return;
        }
        html.append(
                "<p class=\"meta\">By the risk score, which begins at 1 and multiplies its factors; ≥ where facts are"
                        + " missing. The percentages are shares of the score.</p><table class=\"risks\">");
        int rank = 1;
        for (Risky risky : riskiest) {
            html.append("<tr><td class=\"rank\">")
                    .append(rank++)
                    .append("</td><td class=\"name\"><b>")
                    .append(PaperText.of(risky.workload()))
                    .append("</b></td><td>");
            for (String reason : risky.reasons()) {
                html.append("<span class=\"line\">")
                        .append(PaperText.of(reason))
                        .append("</span>");
            }
            html.append("</td><td class=\"right\"><b>")
                    .append(PaperText.of(risky.score()))
                    .append("</b></td></tr>");
        }
        html.append("</table>");
    }

    private static void practices(StringBuilder html, List<Practice> practices) {
        html.append("<h2>The worst practices, and what mends them</h2>");
        if (practices.isEmpty()) {
            html.append("<p>No policy is violated. What could not be judged is named below.</p>");
            return;
        }
        html.append("<table class=\"risks practices\">");
        for (Practice practice : practices) {
            String severity = practice.severity().name().toLowerCase(Locale.ROOT);
            html.append("<tr><td class=\"severity ")
                    .append(severity)
                    .append("\">")
                    .append(severity)
                    .append("</td><td><b>")
                    .append(PaperText.of(practice.name()))
                    .append("</b><span class=\"line\">")
                    .append(PaperText.of(practice.description()))
                    .append("</span><span class=\"line\"><b>Fix:</b> ")
                    .append(PaperText.of(practice.fix()))
                    .append("</span><span class=\"meta\">")
                    .append(PaperText.of(String.join(", ", practice.examples())))
                    .append(
                            practice.objects() > practice.examples().size()
                                    ? " and "
                                            + (practice.objects()
                                                    - practice.examples().size()) + " more"
                                    : "")
                    .append("</span></td><td class=\"right\">")
                    .append(practice.objects())
                    .append("</td></tr>");
        }
        html.append("</table>");
    }

    private static void notKnown(StringBuilder html, List<String> notKnown) {
        html.append("<h2>What is not known</h2>");
        if (notKnown.isEmpty()) {
            html.append("<p>Nothing that we know of.</p>");
            return;
        }
        html.append("<p class=\"meta\">None of this counts as good.</p><ul>");
        notKnown.forEach(each -> html.append("<li>").append(PaperText.of(each)).append("</li>"));
        html.append("</ul>");
    }

    private static String own() {
        try (InputStream in = AssessmentHtml.class.getResourceAsStream("assessment.css")) {
            if (in == null) {
                throw new IllegalStateException("assessment.css is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(digest.digest(style.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
