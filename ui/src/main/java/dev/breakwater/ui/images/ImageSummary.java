package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.ImageReport;
import dev.breakwater.central.images.ImageReport.Name;
import dev.breakwater.central.images.ImageReport.Scan;
import dev.breakwater.central.operations.Sizes;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.engine.image.ImageContents.Unread;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.remedy.ImageRemedyCard;
import dev.breakwater.ui.remedy.RemedyDesk;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The short of an image: what stands out, where it runs, what it is, and what could not be read. */
final class ImageSummary extends Div {

    private static final int SHOWN = 50;

    ImageSummary(ImageDesk desk, RemedyDesk remedies, String image, ImageReport report, TimeWords times) {
        addClassName("bw-two");
        Scan scan = report.scan();
        Div left = Markup.box("bw-column");
        if (scan != null) {
            left.add(new StandsOut(
                    image,
                    scan,
                    report.digest() == null
                            ? null
                            : desk.counted(report.digest()).orElse(null),
                    desk.clock().instant(),
                    times));
        }
        left.add(runs(report.names()));
        if (scan != null && !scan.unread().isEmpty()) {
            left.add(unread(scan.unread()));
        }
        Div right = Markup.box("bw-column", facts(report, scan, times));
        if (scan != null) {
            right.add(new ImageRemedyCard(remedies, image));
        }
        right.add(new SignatureCard(desk, image, times));
        add(left, right);
    }

    private static Component runs(List<Name> names) {
        Div card = Markup.box("bw-card", new CardHead("Where does it run?", Counted.of(names.size(), "name", "names")));
        if (names.stream().allMatch(name -> name.workloads() == 0)) {
            card.add(Markup.paragraph("No workload that you may see runs it."));
        }
        if (names.isEmpty()) {
            return card;
        }
        FactTable table = new FactTable("Names of the image", List.of("Name", "Workloads"), Set.of(1));
        names.stream().limit(SHOWN).forEach(name -> {
            String q = new FilterExpression(List.of()).and("image", name.name()).toString();
            table.row(
                    Markup.text("bw-wrap-anywhere", name.name()),
                    Markup.link(InventoryNavigation.filteredEverywhere(q), Counted.number(name.workloads())));
        });
        card.add(table);
        if (names.size() > SHOWN) {
            card.add(Markup.text("bw-meta", "The first " + SHOWN + " of " + Counted.number(names.size()) + "."));
        }
        return card;
    }

    private static Component unread(List<Unread> unread) {
        Div card = Markup.box(
                "bw-card", new CardHead("What could not be read?", Counted.of(unread.size(), "part", "parts")));
        FactTable table = new FactTable("Parts that could not be read", List.of("Where", "Why"));
        unread.stream()
                .limit(SHOWN)
                .forEach(one -> table.row(
                        Markup.text("bw-code bw-wrap-anywhere", one.where()), Markup.text("bw-second", one.reason())));
        card.add(table);
        return card;
    }

    private static Component facts(ImageReport report, @Nullable Scan scan, TimeWords times) {
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(
                facts,
                "Digest",
                Markup.text(
                        "bw-code bw-wrap-anywhere",
                        report.digest() == null ? "unresolved: only the tag is known" : report.digest()));
        fact(facts, "State", Markup.text("", ImageWords.state(report.state())));
        if (scan != null) {
            if (!scan.configDigest().isEmpty()) {
                fact(facts, "Image id", Markup.text("bw-code bw-wrap-anywhere", scan.configDigest()));
            }
            fact(facts, "Distribution", Markup.text("", ImageWords.distribution(scan)));
            fact(facts, "Security fixes", Markup.text("", endOfLife(scan.endOfLife(), times)));
            fact(
                    facts,
                    "Built",
                    Markup.text("", scan.createdAt() == null ? "not said" : times.exact(scan.createdAt())));
            fact(facts, "Size", Markup.text("", size(scan)));
            fact(
                    facts,
                    "Looked",
                    Markup.text(
                            "",
                            (ImageWords.isUndated(scan) ? "undated, uploaded at " : "")
                                    + times.exact(scan.scannedAt())));
            fact(facts, "By", Markup.text("", scan.source() + ", " + scan.scanner()));
            fact(
                    facts,
                    "Good until",
                    Markup.text("", scan.goodUntil() == null ? "not said" : times.exact(scan.goodUntil())));
        }
        return Markup.box("bw-card", new CardHead("What is it?", ""), facts);
    }

    private static String size(Scan scan) {
        return scan.layers() == 0
                ? "not told"
                : Sizes.shown(scan.size()) + " in " + Counted.of(scan.layers(), "layer", "layers");
    }

    private static String endOfLife(@Nullable Instant end, TimeWords times) {
        if (end == null) {
            return "their end is not known";
        }
        return end.isBefore(times.clock().instant()) ? "ended " + times.ago(end) : "until " + times.minute(end);
    }

    private static void fact(DescriptionList facts, String term, Component value) {
        facts.add(new DescriptionList.Term(term), new DescriptionList.Description(value));
    }
}
