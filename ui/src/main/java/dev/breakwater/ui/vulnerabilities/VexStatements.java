package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.vulnerabilities.VexDocumentDetail;
import dev.breakwater.central.vulnerabilities.VexStatementRow;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;

/** What one VEX document says, and what follows from it. */
final class VexStatements extends Div {

    VexStatements(VexDocumentDetail detail, TimeWords times) {
        addClassNames("bw-card", "bw-card-wide");
        add(
                Markup.box(
                        "bw-card-top",
                        new CardHead("What does " + detail.document().id() + " say?", ""),
                        Markup.link(VulnerabilitiesNavigation.VEX, "Close")),
                Markup.paragraph(effect(detail)));
        FactTable table = new FactTable("Statements", List.of("Vulnerability", "Says", "Of", "Why", "Since", "Here"));
        detail.statements()
                .forEach(row -> table.row(
                        vulnerability(row),
                        Markup.text("bw-name", VexWords.status(row.status())),
                        product(row),
                        Markup.text("bw-second bw-wrap-anywhere", VexWords.why(row)),
                        Markup.text("bw-second", times.ago(row.since())),
                        here(row)));
        add(table);
        if (detail.statements().size() >= VexDocumentDetail.MOST) {
            add(Markup.text(
                    "bw-meta", "The newest " + Counted.number(VexDocumentDetail.MOST) + "; the file has them all."));
        }
    }

    private static String effect(VexDocumentDetail detail) {
        if (detail.covered() == 0) {
            return "It speaks of nothing that is found in an image here, so nothing counts less by it now.";
        }
        String others = detail.dismissed() < detail.covered() && detail.dismissed() > 0
                ? "; the others are affected by what was said last"
                : "";
        return "It speaks of " + Counted.of(detail.covered(), "finding", "findings") + " in images here. "
                + Counted.number(detail.dismissed()) + " of them "
                + (detail.dismissed() == 1 ? "does" : "do") + " not apply by what was said last" + others + ".";
    }

    private static Component vulnerability(VexStatementRow row) {
        Div names = Markup.box("bw-stack");
        row.vulnerabilities().stream()
                .limit(3)
                .forEach(name -> names.add(Markup.link(VulnerabilitiesNavigation.cve(name), name)));
        return names;
    }

    private static Component product(VexStatementRow row) {
        Div product = Markup.box("bw-stack", Markup.text("bw-code bw-wrap-anywhere", row.product()));
        if (!row.subcomponent().isEmpty()) {
            product.add(Markup.text("bw-meta bw-wrap-anywhere", "in it " + row.subcomponent()));
        }
        return product;
    }

    private static Component here(VexStatementRow row) {
        return row.acts()
                ? Markup.text("bw-second", "holds for what is found")
                : Markup.box(
                        "bw-reading-state",
                        Markup.text("bw-hatch-mark", ""),
                        Markup.text("bw-second", "names nothing that can be found"));
    }
}
