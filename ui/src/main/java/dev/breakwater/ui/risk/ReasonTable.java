package dev.breakwater.ui.risk;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.risk.WhatIfs.ReasonDrop;
import dev.breakwater.engine.risk.Reason;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.RiskWords;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every reason with its share of the score, and the score if it alone were mended. */
final class ReasonTable extends Div {

    /** How publishers name vulnerabilities. */
    private static final Pattern VULNERABILITY = Pattern.compile("\\b(CVE-\\d{4}-\\d{4,}|GHSA(-[0-9a-z]{4}){3})\\b");

    /** Changes that are named; the rest is counted. */
    private static final int NAMED = 3;

    ReasonTable(RiskAssessment assessment, List<ReasonDrop> drops) {
        addClassNames("bw-card", "bw-reasons");
        add(new CardHead(
                "What are the reasons?", Counted.of(assessment.reasons().size(), "reason", "reasons")));
        Paragraph meaning = Markup.paragraph(
                "The share is how much of the score a reason makes up; the shares sum to 100 %. The drop"
                        + " is measured by scoring again with this one thing mended. Factors multiply and have a maximum, and one"
                        + " change may mend several reasons: equal shares can drop differently, and drops do not add up.");
        meaning.addClassName("bw-meta");
        add(meaning);
        NativeTable table = new NativeTable();
        table.addClassName("bw-table");
        table.setCaptionText("Reasons of the score");
        NativeTableRow head = table.getHead().addRow();
        for (String header : List.of("Reason", "Factor", "Share", "Score if fixed")) {
            head.addHeaderCell().setText(header);
        }
        Map<String, ReasonDrop> byReason =
                drops.stream().collect(Collectors.toMap(ReasonDrop::reasonId, Function.identity(), (a, b) -> a));
        double largest =
                assessment.reasons().stream().mapToDouble(Reason::share).max().orElse(1);
        assessment.reasons().forEach(reason -> row(table, reason, largest, byReason.get(reason.id()), assessment));
        add(table);
    }

    private static void row(
            NativeTable table, Reason reason, double largest, @Nullable ReasonDrop drop, RiskAssessment whole) {
        NativeTableRow row = table.getBody().addRow();
        Div text = Markup.box("bw-reason", mark(reason), text(reason));
        if (reason.stale()) {
            text.add(Markup.text("bw-note", "last known"));
        }
        Div cause = Markup.box("bw-stack", text);
        if (drop != null && !drop.changes().isEmpty()) {
            cause.add(Markup.text("bw-meta", "mended by: " + mends(drop)));
        }
        row.addHeaderCell().add(cause);
        row.addDataCell().add(Markup.text("bw-second", reason.factor().title()));
        Div bar = Markup.box("bw-mini", Markup.box("bw-mini-bar"));
        bar.getComponentAt(0)
                .getStyle()
                .set(
                        "width",
                        String.format(Locale.ENGLISH, "%.1f%%", largest == 0 ? 0 : 100 * reason.share() / largest));
        row.addDataCell()
                .add(Markup.box(
                        "bw-share-cell",
                        bar,
                        Markup.text("bw-number", String.format(Locale.ENGLISH, "%.1f\u00a0%%", 100 * reason.share()))));
        row.addDataCell().add(ifFixed(drop, whole));
    }

    /** What it says; the reason that a vulnerability is leads to its page. */
    private static Component text(Reason reason) {
        Matcher named = VULNERABILITY.matcher(reason.text());
        if (!named.find()) {
            return Markup.text("bw-name", reason.text());
        }
        return Markup.box(
                "",
                Markup.text("bw-name", reason.text().substring(0, named.start())),
                Markup.link(VulnerabilitiesNavigation.cve(named.group()), named.group()),
                Markup.text("bw-name", reason.text().substring(named.end())));
    }

    private static Div ifFixed(@Nullable ReasonDrop drop, RiskAssessment whole) {
        Div cell = Markup.box("bw-if-fixed");
        if (drop == null || drop.score() == null) {
            cell.add(Markup.text("bw-meta", "no known fix"));
            return cell;
        }
        String fall = RiskWords.drop(whole.score(), whole.unknownFactors(), drop.score(), drop.unknownFactors());
        cell.add(
                Markup.text("bw-score", RiskWords.score(drop.score(), drop.unknownFactors())),
                Markup.text("bw-second", fall.isEmpty() ? "no drop" : fall));
        return cell;
    }

    /** The changes in words, the first few by name. */
    private static String mends(ReasonDrop drop) {
        String named = drop.changes().stream()
                .limit(NAMED)
                .map(change -> change.label())
                .collect(Collectors.joining("; "));
        int more = drop.changes().size() - NAMED;
        return more > 0 ? named + "; and " + Counted.of(more, "more change", "more changes") : named;
    }

    private static Span mark(Reason reason) {
        if (reason.severity() == null) {
            return Markup.text("bw-dot", "");
        }
        Span mark = Markup.text("bw-sev bw-sev-" + SeverityMark.css(reason.severity()), "");
        mark.add(Markup.text("bw-shape", ""), Markup.text("bw-hidden", SeverityMark.word(reason.severity())));
        return mark;
    }
}
