package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetail;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetail.Claimed;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetail.Opinion;
import dev.breakwater.central.vulnerabilities.VulnerabilityDetail.Spoken;
import dev.breakwater.engine.vulnerability.ecosystem.Ecosystem;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** What each publisher says of a vulnerability, side by side: whose word counts here, and why. */
final class OpinionsCard extends Div {

    private static final int SHOWN = 30;
    private static final int PACKAGES = 3;
    private static final int LONGEST = 160;

    OpinionsCard(VulnerabilityDetail detail, TimeWords times) {
        addClassName("bw-card");
        List<Opinion> opinions = detail.opinions().stream()
                .sorted(Comparator.comparing(Opinion::decides).reversed().thenComparing(Opinion::publisher))
                .toList();
        add(
                new CardHead(
                        "Who says what, and whose word counts?",
                        Counted.of(opinions.size() + detail.claims().size(), "source", "sources")),
                Markup.paragraph(
                        "Of those who speak of a package the one that stands nearest decides: a distribution knows its own"
                                + " patches, then the package's ecosystem. A source that speaks of no package rates only what"
                                + " the others do not."));
        FactTable table = new FactTable(
                "What sources say",
                List.of("Source", "Its word", "CVSS", "Of what, and the fix", "Dated", "Counts here"));
        opinions.stream()
                .limit(SHOWN)
                .forEach(one -> table.row(
                        Markup.box(
                                "bw-stack",
                                Markup.text("bw-name bw-wrap-anywhere", one.publisher()),
                                Markup.text("bw-meta bw-wrap-anywhere", one.advisory() + ", feed " + one.feed())),
                        word(one),
                        Markup.text(
                                one.cvss() == null ? "bw-second" : "bw-number", VulnerabilityWords.score(one.cvss())),
                        spoken(one),
                        dated(one, times),
                        counts(one)));
        detail.claims()
                .forEach(one -> table.row(
                        Markup.box(
                                "bw-stack",
                                Markup.text("bw-name bw-wrap-anywhere", one.program()),
                                Markup.text("bw-meta", "a scanner, of " + Counted.of(one.images(), "image", "images"))),
                        Markup.box(
                                "bw-stack",
                                SeverityMark.of(one.severity()),
                                Markup.text("bw-meta bw-wrap-anywhere", "“" + one.severityWord() + "”")),
                        Markup.text(
                                one.cvss() == null ? "bw-second" : "bw-number", VulnerabilityWords.score(one.cvss())),
                        claimed(one),
                        age(one.madeAt(), times),
                        counts(one)));
        add(table);
        if (opinions.size() > SHOWN) {
            add(Markup.text("bw-meta", "The first " + SHOWN + " are shown."));
        }
    }

    private static Component word(Opinion one) {
        return Markup.box(
                "bw-stack",
                SeverityMark.of(one.severity()),
                Markup.text(
                        "bw-meta bw-wrap-anywhere",
                        one.severityWord().isEmpty() ? "no word of its own" : "“" + one.severityWord() + "”"));
    }

    private static Component spoken(Opinion one) {
        if (one.affected().isEmpty()) {
            return Markup.text("bw-second", "no package");
        }
        Div said = Markup.box("bw-stack");
        one.affected().stream().limit(PACKAGES).forEach(each -> {
            var line = Markup.text("bw-second bw-wrap-anywhere", cut(versions(each)));
            line.setTitle(versions(each));
            said.add(line);
        });
        if (one.affected().size() > PACKAGES) {
            var more = Markup.text(
                    "bw-meta", "and " + Counted.number(one.affected().size() - PACKAGES) + " more");
            more.setTitle(one.affected().stream()
                    .skip(PACKAGES)
                    .map(OpinionsCard::versions)
                    .collect(Collectors.joining("\n")));
            said.add(more);
        }
        return said;
    }

    private static String versions(Spoken each) {
        String state = switch (each.fixState()) {
            case "NOT_AFFECTED" -> "not affected";
            case "WONT_FIX" -> "will not be mended";
            case "NOT_FIXED" -> "no fix yet";
            default -> "";
        };
        return each.name() + " in " + each.ecosystem()
                + (each.versions().isEmpty() ? "" : ": " + each.versions())
                + (state.isEmpty() ? "" : ", " + state);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static Component dated(Opinion one, TimeWords times) {
        Instant at = one.modifiedAt() == null ? one.publishedAt() : one.modifiedAt();
        if (at == null) {
            return Markup.text("bw-second", "not said");
        }
        var dated = Markup.text("bw-second", times.age(at));
        dated.setTitle((one.publishedAt() == null ? "" : "published " + times.exact(one.publishedAt()) + "\n")
                + (one.modifiedAt() == null ? "" : "changed " + times.exact(one.modifiedAt())));
        return dated;
    }

    private static Component claimed(Claimed one) {
        String packages = String.join(", ", one.packages());
        var said = Markup.text(
                "bw-second bw-wrap-anywhere",
                cut(packages) + (one.fixedVersion().isEmpty() ? "" : ", fixed in " + one.fixedVersion()));
        said.setTitle(packages);
        return said;
    }

    private static Component age(Instant at, TimeWords times) {
        var dated = Markup.text("bw-second", times.age(at));
        dated.setTitle(times.exact(at));
        return dated;
    }

    /** A claim counts only where no feed is complete. */
    private static Component counts(Claimed one) {
        if (one.counts() > 0) {
            return Markup.box(
                    "bw-stack",
                    Markup.box(
                            "bw-reading-state",
                            Markup.icon("check"),
                            Markup.text("bw-name", "for " + Counted.of(one.counts(), "package", "packages"))),
                    Markup.text("bw-meta", "no feed of the usual size is complete for such packages"));
        }
        return Markup.text(
                "bw-second",
                one.confirmed() > 0 ? "feeds say so, too, and decide" : "claimed only: feeds do not say so");
    }

    private static Component counts(Opinion one) {
        return one.decides() > 0
                ? Markup.box(
                        "bw-stack",
                        Markup.box(
                                "bw-reading-state",
                                Markup.icon("check"),
                                Markup.text("bw-name", "for " + Counted.of(one.decides(), "package", "packages"))),
                        Markup.text("bw-meta", why(one)))
                : Markup.text("bw-second", whyNot(one));
    }

    private static String why(Opinion one) {
        return ofDistribution(one) ? "a distribution on its own package" : "nobody nearer speaks of it";
    }

    private static String whyNot(Opinion one) {
        if (one.withdrawnAt() != null) {
            return "withdrawn, so it says nothing";
        }
        if (one.affected().isEmpty()) {
            return "only where nobody nearer rates it";
        }
        return one.outranked() > 0
                ? "outranked: another source decides for "
                        + (one.outranked() == 1
                                ? "the package of which it speaks"
                                : "the " + Counted.number(one.outranked()) + " packages of which it speaks")
                : "for no package that is found here";
    }

    private static boolean ofDistribution(Opinion one) {
        return one.affected().stream()
                .anyMatch(each -> Ecosystem.of(each.ecosystem()).isDistribution());
    }
}
