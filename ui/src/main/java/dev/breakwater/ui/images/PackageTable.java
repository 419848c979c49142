package dev.breakwater.ui.images;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.breakwater.central.images.ImageReport.Installed;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The packages of an image, a page at a time; the page keeps no more of them than it shows. */
final class PackageTable extends Div {

    private static final int PAGE = 100;

    private static final String ALL = "All sorts";

    private final transient ImageDesk desk;
    private final String image;
    private final TextField name = new TextField();
    private final Select<String> sort = new Select<>();
    private final Div chips = Markup.box("bw-tags");
    private final Div rows = Markup.box("bw-image-rows");
    private final Span count = Markup.text("bw-second", "");
    private final Button before = new Button("Previous", event -> turn(-1));
    private final Button after = new Button("Next", event -> turn(1));
    private String layer;
    private int page;

    /** @param layer the diff id of the layer that brought those that are shown, empty = all */
    PackageTable(ImageDesk desk, String image, String layer) {
        this.desk = desk;
        this.image = image;
        this.layer = layer;
        addClassNames("bw-card", "bw-image-part");
        name.setPlaceholder("Filter by name, version or path");
        name.setAriaLabel("Filter packages");
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.setClearButtonVisible(true);
        name.addValueChangeListener(event -> anew());
        sort.setAriaLabel("Sort of package");
        sort.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                anew();
            }
        });
        count.getElement().setAttribute("role", "status");
        add(
                Markup.box("bw-image-filter", name, sort, chips, Markup.box("bw-spacer"), count),
                rows,
                Markup.box("bw-empty-actions", before, after));
        List<String> sorts = desk.packages(image).stream()
                .map(Installed::type)
                .distinct()
                .sorted()
                .toList();
        sort.setItems(Stream.concat(Stream.of(ALL), sorts.stream()).toList());
        sort.setItemLabelGenerator(type -> type.equals(ALL) ? ALL : type.toLowerCase(Locale.ROOT));
        sort.setValue(ALL);
        show();
    }

    private void turn(int by) {
        page += by;
        show();
    }

    private void anew() {
        page = 0;
        show();
    }

    private void show() {
        List<Installed> all = desk.packages(image);
        String part = name.getValue().strip().toLowerCase(Locale.ROOT);
        List<Installed> found = all.stream()
                .filter(one -> ALL.equals(sort.getValue()) || one.type().equals(sort.getValue()))
                .filter(one -> layer.isEmpty() || one.layer().equals(layer))
                .filter(one -> part.isEmpty() || holds(one, part))
                .toList();
        page = Math.max(0, Math.min(page, (found.size() - 1) / PAGE));
        List<Installed> shown =
                found.stream().skip((long) page * PAGE).limit(PAGE).toList();
        count.setText(
                found.size() == all.size()
                        ? Counted.of(all.size(), "package", "packages")
                        : Counted.number(found.size()) + " of " + Counted.of(all.size(), "package", "packages"));
        before.setVisible(page > 0);
        after.setVisible((page + 1) * PAGE < found.size());
        chips.removeAll();
        if (!layer.isEmpty()) {
            chips.add(new Button("Only of layer " + number(all), Markup.icon("close"), event -> {
                layer = "";
                anew();
            }));
        }
        rows.removeAll();
        rows.add(
                shown.isEmpty()
                        ? Markup.paragraph(
                                all.isEmpty() ? "No package was found in it." : "No package matches the filter.")
                        : table(shown));
    }

    private String number(List<Installed> all) {
        Optional<Installed> first =
                all.stream().filter(one -> one.layer().equals(layer)).findFirst();
        return first.filter(one -> one.layerIndex() >= 0)
                .map(one -> String.valueOf(one.layerIndex() + 1))
                .orElseGet(() -> ImageWords.shortDigest(layer));
    }

    private static boolean holds(Installed one, String part) {
        return Stream.of(one.name(), one.version(), one.path(), one.sourcePackage(), one.purl())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(part));
    }

    private static FactTable table(List<Installed> shown) {
        FactTable table =
                new FactTable("Packages", List.of("Package", "Version", "Sort", "Built from", "Layer", "Found by"));
        shown.forEach(one -> {
            Span origin = Markup.text("bw-second", origin(one));
            Span layer =
                    Markup.text("bw-second", one.layerIndex() < 0 ? "not told" : String.valueOf(one.layerIndex() + 1));
            layer.setTitle(one.layer());
            table.row(
                    Markup.text("bw-name bw-wrap-anywhere", one.name()),
                    Markup.text("bw-wrap-anywhere", one.version()),
                    Markup.text("bw-second", one.type().toLowerCase(Locale.ROOT)),
                    origin,
                    layer,
                    Markup.text("bw-code bw-second bw-wrap-anywhere", one.path()));
        });
        return table;
    }

    private static String origin(Installed one) {
        if (one.sourcePackage().isEmpty()) {
            return "";
        }
        return one.sourceVersion().isEmpty() || one.sourceVersion().equals(one.version())
                ? one.sourcePackage()
                : one.sourcePackage() + " " + one.sourceVersion();
    }
}
