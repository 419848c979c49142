package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.QueryParameters;
import dev.breakwater.central.images.ImageReport.Installed;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.vulnerabilities.ImageFindingRow;
import dev.breakwater.central.vulnerabilities.Vulnerabilities.View;
import dev.breakwater.central.vulnerabilities.VulnerableImageRow;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageTurner;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.part.TimeWords;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import dev.breakwater.ui.vulnerabilities.VulnerabilityWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known to be wrong with the packages of an image, the gravest first, a page at a time. */
final class ImageFindings extends Div {

    private static final int PAGE = 100;

    private final transient ImageDesk desk;
    private final String image;
    private final String digest;
    private final FindingFilter filter;
    private final Span count = Markup.text("bw-second", "");
    private final Div rows = Markup.box("bw-image-rows");
    private final PageTurner pages = new PageTurner(this::show);

    /** @param said what the URL says of the filter */
    ImageFindings(ImageDesk desk, String image, String digest, QueryParameters said) {
        this.desk = desk;
        this.image = image;
        this.digest = digest;
        addClassNames("bw-card", "bw-image-part");
        filter = new FindingFilter(said, pages::first);
        filter.add(Markup.box("bw-spacer"), count);
        count.getElement().setAttribute("role", "status");
        desk.counted(digest).ifPresent(row -> unspoken(row));
        add(filter, rows, pages);
        pages.first();
    }

    private void unspoken(VulnerableImageRow row) {
        if (row.unspoken() > 0) {
            add(Markup.box(
                    "bw-banner",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text(
                            "bw-banner-text",
                            VulnerabilityWords.unspoken(row.unspoken(), row.outdated(), row.packages())
                                    + ": what is wrong with " + (row.unspoken() == 1 ? "it" : "them")
                                    + ", or became known since, is unknown."),
                    Markup.link(VulnerabilitiesNavigation.FEEDS, "Feeds")));
        }
    }

    private String q() {
        return filter.q();
    }

    private void show() {
        Page<ImageFindingRow> page =
                desk.findings(digest, new ListRequest(q(), "-severity,component", PAGE, pages.token()));
        pages.shown(page.nextPageToken());
        int matches = desk.count(View.PACKAGES, asked());
        count.setText(counted(matches, page));
        rows.removeAll();
        rows.add(
                page.items().isEmpty()
                        ? Markup.paragraph(
                                q().isEmpty()
                                        ? "Nothing is known to be wrong with its packages, as far as the loaded feeds speak for them."
                                        : "Nothing matches the filter.")
                        : table(page.items()));
    }

    /** Findings are by package; one vulnerability is often in several. */
    private String counted(int matches, Page<ImageFindingRow> page) {
        String words = Counted.capped(matches) + (matches == 1 ? " finding" : " findings");
        if (matches == 0) {
            return words;
        }
        int vulnerabilities = page.nextPageToken() == null && pages.token() == null
                ? (int) page.items().stream()
                        .map(row -> row.finding().vulnerability())
                        .distinct()
                        .count()
                : desk.vulnerabilities(asked());
        return words + " of " + Counted.of(vulnerabilities, "vulnerability", "vulnerabilities");
    }

    /** Of this image. */
    private String asked() {
        return (new FilterExpression(List.of()).and("digest", digest) + " " + q()).strip();
    }

    private Component table(List<ImageFindingRow> shown) {
        Map<Integer, Installed> packages = new HashMap<>();
        desk.packages(image).forEach(one -> packages.putIfAbsent(one.id(), one));
        FactTable table = new FactTable(
                "What is known to be wrong with its packages",
                List.of("Vulnerability", "Severity", "Package", "Fixed in", "Layer", "EPSS", "Found by", "State"));
        shown.forEach(row -> {
            var finding = row.finding();
            Div name = Markup.box(
                    "bw-row-head",
                    Markup.link(VulnerabilitiesNavigation.cve(finding.vulnerability()), finding.vulnerability()));
            if (finding.knownExploitedSince() != null) {
                name.add(Markup.text("bw-kev", "exploited"));
            }
            Installed installed = packages.get(finding.packageId());
            table.row(
                    name,
                    SeverityMark.of(finding.severity()),
                    Markup.box(
                            "bw-stack",
                            Markup.text("bw-wrap-anywhere", finding.name()),
                            Markup.text("bw-meta bw-wrap-anywhere", finding.version())),
                    Markup.text("bw-wrap-anywhere", VulnerabilityWords.fix(finding)),
                    Markup.text(
                            "bw-second",
                            installed == null || installed.layerIndex() < 0
                                    ? "not told"
                                    : String.valueOf(installed.layerIndex() + 1)),
                    Markup.text("bw-number", VulnerabilityWords.percent(finding.epss())),
                    finders(row),
                    Markup.text("bw-second", state(row)));
        });
        return table;
    }

    /** Whose word it is: feeds here, other scanners, or both. */
    private Component finders(ImageFindingRow row) {
        TimeWords times = TimeWords.here(desk.clock());
        Div finders = Markup.box("bw-stack");
        if (row.finding().claimedBy().isEmpty()) {
            finders.add(Markup.text("bw-second", "feeds here"));
        }
        row.claims().forEach(claim -> {
            Span line = Markup.text(
                    "bw-meta bw-wrap-anywhere",
                    (row.finding().claimedBy().isEmpty() ? "and " : "only ") + claim.program() + ", "
                            + times.ago(claim.madeAt()));
            line.setTitle(times.exact(claim.madeAt()));
            finders.add(line);
        });
        if (finders.getChildren().findAny().isEmpty()) {
            finders.add(Markup.text(
                    "bw-meta bw-wrap-anywhere", "only " + row.finding().claimedBy()));
        }
        return finders;
    }

    private static String state(ImageFindingRow row) {
        if (!row.finding().undecided().isEmpty()) {
            return VulnerabilityWords.UNDECIDED;
        }
        if (row.deferred() + row.falsePositive() == 0) {
            return "counts";
        }
        String decided = row.observed() == 0 ? "" : "counts in " + Counted.number(row.observed()) + ", ";
        return decided
                + (row.deferred() > 0 ? "put off in " + Counted.number(row.deferred()) : "")
                + (row.deferred() > 0 && row.falsePositive() > 0 ? ", " : "")
                + (row.falsePositive() > 0 ? "not applying in " + Counted.number(row.falsePositive()) : "");
    }
}
