package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.vulnerabilities.NodeFindingRow;
import dev.breakwater.central.vulnerabilities.NodeFindings;
import dev.breakwater.central.vulnerabilities.NodeVulnerabilities;
import dev.breakwater.central.vulnerabilities.SeverityCounts;
import dev.breakwater.engine.machine.PackageUse;
import dev.breakwater.engine.model.Severity;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.ExportMenu;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.PageTurner;
import dev.breakwater.ui.part.SeverityMark;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import dev.breakwater.ui.vulnerabilities.VulnerabilityWords;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What is known to be wrong with what is installed on a machine, a page at a time. */
final class NodeFindingTable extends Div {

    private static final int PAGE = 100;

    /** Orders by what they are called. */
    private static final Map<String, String> ORDERS = orders();

    private final transient NodeDesk desk;
    private final UUID node;
    private final TextField text = new TextField();
    private final Checkbox fixable = new Checkbox("Only what can be mended");
    private final Checkbox running = new Checkbox("Without kernels that do not run");
    private final Select<String> order = new Select<>();
    private final Span count = Markup.text("bw-second", "");
    private final Div rows = Markup.box("bw-image-rows");
    private final PageTurner pages = new PageTurner(this::show);
    private final ExportMenu export;

    NodeFindingTable(NodeDesk desk, UUID node) {
        this.desk = desk;
        this.node = node;
        this.export = new ExportMenu(
                desk.exports(), NodeVulnerabilities.LIST, () -> desk.readers().scope());
        addClassNames("bw-card", "bw-image-part");
        text.setPlaceholder("Filter by vulnerability or package");
        text.setAriaLabel("Filter vulnerabilities");
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setClearButtonVisible(true);
        text.addValueChangeListener(event -> pages.first());
        fixable.addValueChangeListener(event -> pages.first());
        running.addValueChangeListener(event -> pages.first());
        order.setItems(ORDERS.keySet());
        order.setValue(ORDERS.keySet().iterator().next());
        order.setAriaLabel("Order");
        order.addValueChangeListener(event -> pages.first());
        count.getElement().setAttribute("role", "status");
        NodeFindings summary = desk.findings(node);
        unknown(summary);
        add(
                Markup.box("bw-image-filter", counts(summary)),
                Markup.box("bw-image-filter", text, fixable, running, order, Markup.box("bw-spacer"), count, export),
                rows,
                pages);
        pages.first();
    }

    private static Map<String, String> orders() {
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("The gravest first", "-running,-severity,-epss");
        orders.put("The likeliest first", "-epss,-severity");
        orders.put("By package", "component,-severity");
        orders.put("By vulnerability", "vulnerability");
        return orders;
    }

    private void unknown(NodeFindings summary) {
        if (!summary.known()) {
            add(Markup.box(
                    "bw-banner",
                    Markup.text("bw-hatch-mark", ""),
                    Markup.text(
                            "bw-banner-text",
                            "Not all is known, so that nothing found says nothing. "
                                    + String.join(" ", summary.reasons())),
                    Markup.link(VulnerabilitiesNavigation.FEEDS, "Feeds")));
        }
    }

    private static Component counts(NodeFindings summary) {
        Div line = Markup.box("bw-labels");
        SeverityCounts counts = summary.counts();
        count(line, Severity.CRITICAL, counts.critical());
        count(line, Severity.HIGH, counts.high());
        count(line, Severity.MEDIUM, counts.medium());
        count(line, Severity.LOW, counts.low());
        count(line, Severity.UNKNOWN, counts.unknown());
        List<String> more = new ArrayList<>();
        more.add(Counted.number(summary.fixable()) + " of them can be mended");
        if (summary.exploited() > 0) {
            more.add(Counted.number(summary.exploited()) + " known to be exploited");
        }
        if (summary.deferred() + summary.falsePositive() > 0) {
            more.add(Counted.number(summary.deferred()) + " put off, " + Counted.number(summary.falsePositive())
                    + " not applying");
        }
        if (summary.notRunning() > 0) {
            more.add(Counted.number(summary.notRunning()) + " only in kernels that do not run, not counted");
        }
        line.add(Markup.text("bw-second", String.join("; ", more)));
        return line;
    }

    private static void count(Div line, Severity severity, int amount) {
        if (amount > 0) {
            Span mark = SeverityMark.of(severity);
            mark.add(Markup.text("bw-number", Counted.number(amount)));
            line.add(mark);
        }
    }

    private String q() {
        List<String> terms = new ArrayList<>();
        if (Boolean.TRUE.equals(fixable.getValue())) {
            terms.add("fixable:yes");
        }
        if (Boolean.TRUE.equals(running.getValue())) {
            terms.add("running:yes");
        }
        if (!text.getValue().isBlank()) {
            terms.add(new FilterExpression(List.of())
                    .and("", text.getValue().strip())
                    .toString());
        }
        return String.join(" ", terms);
    }

    private void show() {
        String sort = ORDERS.getOrDefault(order.getValue(), "");
        Page<NodeFindingRow> page = desk.vulnerabilities()
                .ofNode(
                        node,
                        new ListRequest(q(), sort, PAGE, pages.token()),
                        desk.readers().scope());
        pages.shown(page.nextPageToken());
        int matches = desk.vulnerabilities().count(node, q(), desk.readers().scope());
        export.show(FilterExpression.parse(q()).and("node", node.toString()).toString(), sort);
        count.setText(Counted.capped(matches) + (matches == 1 ? " finding" : " findings"));
        rows.removeAll();
        rows.add(
                page.items().isEmpty()
                        ? Markup.paragraph(
                                q().isEmpty()
                                        ? "Nothing is known to be wrong with its packages, as far as the loaded feeds speak for them."
                                        : "Nothing matches the filter.")
                        : table(page.items()));
    }

    private static Component table(List<NodeFindingRow> shown) {
        FactTable table = new FactTable(
                "What is known to be wrong with its packages",
                List.of("Vulnerability", "Severity", "Package", "Fixed in", "EPSS", "State"));
        shown.forEach(row -> {
            var finding = row.finding();
            Div name = Markup.box(
                    "bw-row-head",
                    Markup.link(VulnerabilitiesNavigation.cve(finding.vulnerability()), finding.vulnerability()));
            if (finding.knownExploitedSince() != null) {
                name.add(Markup.text("bw-kev", "exploited"));
            }
            Div severity = Markup.box("bw-stack", SeverityMark.of(finding.severity()));
            if (!finding.severityWord().isEmpty()) {
                severity.add(Markup.text("bw-meta", finding.severityWord()));
            }
            table.row(
                    name,
                    severity,
                    Markup.box(
                            "bw-stack",
                            Markup.text("bw-wrap-anywhere", finding.name()),
                            Markup.text("bw-meta bw-wrap-anywhere", finding.version() + use(row.use()))),
                    Markup.text("bw-wrap-anywhere", VulnerabilityWords.fix(finding)),
                    Markup.text("bw-number", VulnerabilityWords.percent(finding.epss())),
                    Markup.text("bw-second", state(row)));
        });
        return table;
    }

    private static String use(PackageUse use) {
        return switch (use) {
            case PLAIN -> "";
            case RUNNING_KERNEL -> ", the kernel that runs";
            case KERNEL_NOT_RUNNING -> ", does not run";
        };
    }

    private static String state(NodeFindingRow row) {
        if (!row.finding().undecided().isEmpty()) {
            return VulnerabilityWords.UNDECIDED;
        }
        return switch (row.state()) {
            case OBSERVED -> row.use() == PackageUse.KERNEL_NOT_RUNNING ? "not running" : "counts";
            case DEFERRED -> "put off";
            case FALSE_POSITIVE -> "does not apply";
        };
    }
}
