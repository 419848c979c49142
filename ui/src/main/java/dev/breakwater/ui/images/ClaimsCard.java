package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.vulnerabilities.ImageClaims;
import dev.breakwater.central.vulnerabilities.ImageClaims.Report;
import dev.breakwater.central.vulnerabilities.ImageClaims.State;
import dev.breakwater.central.vulnerabilities.ImageClaims.Unconfirmed;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import java.util.List;
import java.util.Set;

/** What other scanners say of an image, and what became of the claims that no feed confirms here. */
final class ClaimsCard extends Div {

    ClaimsCard(ImageClaims claims, TimeWords times) {
        addClassNames("bw-card", "bw-image-part");
        add(
                new CardHead(
                        "What do other scanners say?",
                        Counted.of(claims.reports().size(), "report", "reports")),
                Markup.paragraph(
                        "A claim that the feeds here do not confirm is shown, and counts only where no feed is complete for"
                                + " packages of its kind: there, that nothing is found says nothing."),
                reports(claims.reports(), times),
                claims.unconfirmed().isEmpty()
                        ? Markup.paragraph("They claim nothing that is not found here, too.")
                        : unconfirmed(claims.unconfirmed()));
        if (claims.more() > 0) {
            add(Markup.text("bw-meta", "and " + Counted.number(claims.more()) + " more"));
        }
    }

    private static Component reports(List<Report> reports, TimeWords times) {
        FactTable table = new FactTable(
                "Reports of other scanners",
                List.of("Scanner", "Looked", "Claims", "Found here, too", "Only it claims", "Only found here"),
                Set.of(2, 3, 4, 5));
        reports.forEach(report -> {
            var made = Markup.text("bw-second", times.ago(report.madeAt()));
            made.setTitle(times.exact(report.madeAt()) + "\nbrought " + times.exact(report.broughtAt()));
            Div program = Markup.box("bw-stack", Markup.text("bw-name bw-wrap-anywhere", report.program()));
            if (report.unread() > 0) {
                program.add(Markup.text(
                        "bw-meta",
                        Counted.of(report.unread(), "claim names", "claims name")
                                + " no vulnerability and were left out"));
            }
            table.row(
                    program,
                    made,
                    number(report.claims()),
                    number(report.confirmed()),
                    number(report.claims() - report.confirmed()),
                    number(report.unclaimed()));
        });
        return table;
    }

    private static Component number(int count) {
        return Markup.text("bw-number", Counted.number(count));
    }

    private static Component unconfirmed(List<Unconfirmed> claims) {
        FactTable table = new FactTable(
                "What only they claim",
                List.of("Vulnerability", "Severity", "Package", "Fixed in", "Claimed by", "Does it count?"));
        claims.forEach(one -> table.row(
                Markup.link(VulnerabilitiesNavigation.cve(one.vulnerability()), one.vulnerability()),
                SeverityMark.of(one.severity()),
                Markup.box(
                        "bw-stack",
                        Markup.text("bw-wrap-anywhere", one.name()),
                        Markup.text("bw-meta bw-wrap-anywhere", one.version())),
                Markup.text("bw-wrap-anywhere", one.fixedVersion().isEmpty() ? "not said" : one.fixedVersion()),
                Markup.text("bw-second bw-wrap-anywhere", String.join(", ", one.programs())),
                counts(one.state())));
        return table;
    }

    private static Component counts(State state) {
        return switch (state) {
            case COUNTS ->
                Markup.box(
                        "bw-stack",
                        Markup.box("bw-reading-state", Markup.icon("check"), Markup.text("bw-name", "counts")),
                        Markup.text("bw-meta", "no feed of the usual size is complete for such packages"));
            case CLAIMED -> claimed("complete feeds do not say so");
            case NOT_INSTALLED -> claimed("the package was not found in the image");
            case WAITS -> claimed("the package was not held against the advisories yet");
        };
    }

    private static Component claimed(String why) {
        return Markup.box(
                "bw-stack",
                Markup.box("bw-reading-state", Markup.text("bw-hatch-mark", ""), Markup.text("", "claimed")),
                Markup.text("bw-meta", why));
    }
}
