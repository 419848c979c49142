package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.central.vulnerabilities.VexStatementRow;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.util.List;

/** What people asked and decided of a vulnerability, newest first. */
final class DecisionsCard extends Div {

    private static final int SHOWN = 8;

    /** @param said what suppliers say of it */
    DecisionsCard(VulnerabilityDesk desk, String id, List<VexStatementRow> said, TimeWords times) {
        addClassName("bw-card");
        String q = KeyedSource.term("cve", id);
        Page<ExceptionRow> rows =
                desk.exceptions().list(new ListRequest(q, "-requestedAt", SHOWN, null), desk.reader());
        int count = desk.exceptions().count(q, desk.reader());
        add(new CardHead("What was decided?", count == 0 ? "" : Counted.of(count, "exception", "exceptions")));
        if (rows.items().isEmpty() && said.isEmpty()) {
            add(Markup.paragraph("Nobody put it off, or held it not to apply."));
            return;
        }
        Div list = Markup.box("bw-rows");
        said.stream().limit(SHOWN).forEach(row -> list.add(statement(row, times)));
        rows.items().forEach(row -> {
            var link = Markup.link(VulnerabilitiesNavigation.exception(row.id()), "");
            link.setClassName("bw-row");
            link.add(
                    Markup.box(
                            "bw-row-text",
                            Markup.text(
                                    "bw-name",
                                    ExceptionWords.state(row.state()) + ": " + ExceptionWords.kind(row.kind()) + " "
                                            + (row.justification().isEmpty() ? ExceptionWords.until(row, times) : "")),
                            Markup.text(
                                    "bw-row-line",
                                    (row.endedAt() == null ? "" : ExceptionWords.end(row, times) + "; ")
                                            + ExceptionWords.place(row.place())),
                            Markup.text("bw-row-line", "by " + row.requestedBy() + " " + times.ago(row.requestedAt()))),
                    Markup.icon("right"));
            list.add(link);
        });
        add(list);
    }

    /** What a supplier says, with the way to the document. */
    private static Component statement(VexStatementRow row, TimeWords times) {
        var link = Markup.link(VulnerabilitiesNavigation.vex(row.document()), "");
        link.setClassName("bw-row");
        link.add(
                Markup.box(
                        "bw-row-text",
                        Markup.text(
                                "bw-name",
                                (row.author().isEmpty() ? "A supplier" : row.author()) + " says: "
                                        + VexWords.status(row.status())
                                        + (row.acts() ? "" : ", of nothing that is found")),
                        Markup.text("bw-row-line", VexWords.why(row)),
                        Markup.text("bw-row-line", "of " + row.product() + ", " + times.ago(row.since()))),
                Markup.icon("right"));
        return link;
    }
}
