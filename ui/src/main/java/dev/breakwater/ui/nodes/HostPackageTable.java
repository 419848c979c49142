package dev.breakwater.ui.nodes;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.engine.image.InstalledPackage;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The packages of a machine, a page at a time. */
final class HostPackageTable extends Div {

    private static final int PAGE = 100;

    private final transient List<InstalledPackage> all;
    private final TextField name = new TextField();
    private final Div rows = Markup.box("bw-image-rows");
    private final Span count = Markup.text("bw-second", "");
    private final Button before = new Button("Previous", event -> turn(-1));
    private final Button after = new Button("Next", event -> turn(1));
    private int page;

    HostPackageTable(List<InstalledPackage> packages) {
        this.all = packages.stream()
                .sorted(Comparator.comparing(InstalledPackage::name).thenComparing(InstalledPackage::version))
                .toList();
        addClassNames("bw-card", "bw-image-part");
        name.setPlaceholder("Filter by name or version");
        name.setAriaLabel("Filter packages");
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setClearButtonVisible(true);
        name.addValueChangeListener(event -> {
            page = 0;
            show();
        });
        count.getElement().setAttribute("role", "status");
        add(
                Markup.box("bw-image-filter", name, Markup.box("bw-spacer"), count),
                rows,
                Markup.box("bw-empty-actions", before, after));
        show();
    }

    private void turn(int by) {
        page += by;
        show();
    }

    private void show() {
        String part = name.getValue().strip().toLowerCase(Locale.ROOT);
        List<InstalledPackage> found = all.stream()
                .filter(one -> part.isEmpty()
                        || one.name().toLowerCase(Locale.ROOT).contains(part)
                        || one.version().toLowerCase(Locale.ROOT).contains(part)
                        || one.sourcePackage().toLowerCase(Locale.ROOT).contains(part))
                .toList();
        count.setText(
                found.size() == all.size()
                        ? Counted.of(all.size(), "package", "packages")
                        : Counted.number(found.size()) + " of " + Counted.of(all.size(), "package", "packages"));
        before.setVisible(page > 0);
        after.setVisible((page + 1) * PAGE < found.size());
        rows.removeAll();
        if (found.isEmpty()) {
            rows.add(Markup.paragraph(
                    all.isEmpty()
                            ? "No package of a distribution was found on it."
                            : "No package matches the filter."));
            return;
        }
        FactTable table =
                new FactTable("Packages", List.of("Package", "Version", "Sort", "Architecture", "Built from"));
        found.stream()
                .skip((long) page * PAGE)
                .limit(PAGE)
                .forEach(one -> table.row(
                        Markup.text("bw-name bw-wrap-anywhere", one.name()),
                        Markup.text("bw-wrap-anywhere", one.version()),
                        Markup.text("bw-second", one.type().name().toLowerCase(Locale.ROOT)),
                        Markup.text("bw-second", one.arch()),
                        Markup.text("bw-second", one.sourcePackage())));
        rows.add(table);
    }
}
