package dev.breakwater.ui.vulnerabilities;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.vulnerabilities.VulnerabilityRow;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;

/** Names and dates of a vulnerability. */
final class CveFacts extends Div {

    CveFacts(VulnerabilityRow row, TimeWords times) {
        addClassName("bw-card");
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        Div aliases = Markup.box("bw-labels");
        row.aliases().forEach(alias -> aliases.add(Markup.text("bw-tag", alias)));
        fact(facts, "Also called", row.aliases().isEmpty() ? Markup.text("", "nothing else") : aliases);
        fact(
                facts,
                "Published",
                Markup.text("", row.publishedAt() == null ? "not said" : times.exact(row.publishedAt())));
        fact(facts, "First seen here", Markup.text("", times.exact(row.firstSeenAt())));
        fact(
                facts,
                "Exploited",
                Markup.text(
                        "",
                        row.knownExploitedSince() == null
                                ? "not known"
                                : "known since " + times.day(row.knownExploitedSince())));
        fact(facts, "Counted", Markup.text("", "as of " + times.minute(row.countedAt())));
        add(new CardHead("What is it called, and since when?", ""), facts);
    }

    private static void fact(DescriptionList facts, String term, Component value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }
}
