package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.breakwater.central.images.ImageReport.Layer;
import dev.breakwater.central.images.ImageReport.Scan;
import dev.breakwater.central.operations.Sizes;
import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageConfig.HistoryLine;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import dev.breakwater.ui.part.TimeWords;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How an image came to be, first to last: each instruction, and what the layer that it made weighs and brought. */
final class LayerTable {

    private static final String SHELL = "/bin/sh -c ";
    private static final String NO_RUN = "/bin/sh -c #(nop) ";
    private static final String BUILDKIT = "# buildkit";

    private LayerTable() {}

    static Component of(String image, List<Layer> layers, Scan scan, TimeWords times) {
        long largest = layers.stream().mapToLong(Layer::size).max().orElse(1);
        FactTable table = new FactTable(
                "Layers, bottom first",
                List.of("Layer", "Instruction", "Size", "Packages", "Made", "Digest"),
                Set.of(3));
        Map<String, Layer> byDiffId = new HashMap<>();
        layers.forEach(layer -> byDiffId.putIfAbsent(layer.diffId(), layer));
        ImageConfig config = scan.config();
        boolean told = config != null && config.history().stream().anyMatch(line -> byDiffId.containsKey(line.layer()));
        if (config != null && told) {
            config.history().forEach(line -> row(table, image, byDiffId.get(line.layer()), line, largest, times));
        } else {
            layers.forEach(layer -> row(table, image, layer, null, largest, times));
        }
        Div card = Markup.box(
                "bw-card bw-image-part",
                new CardHead(
                        "How did it come to be?", "bottom first; what made no layer changed the configuration only"),
                table);
        if (!told && !layers.isEmpty()) {
            card.add(Markup.text("bw-meta", "The image does not tell which instruction made which layer."));
        }
        if (layers.isEmpty()) {
            card.add(Markup.paragraph("What was uploaded does not tell its layers."));
        }
        return card;
    }

    private static void row(
            FactTable table,
            String image,
            @Nullable Layer layer,
            @Nullable HistoryLine line,
            long largest,
            TimeWords times) {
        String instruction = line == null ? layer == null ? "" : layer.instruction() : line.createdBy();
        Instant made = line == null ? null : line.created();
        Span text = Markup.text("bw-code bw-wrap-anywhere" + (layer == null ? " bw-second" : ""), tidy(instruction));
        if (layer == null) {
            table.row(
                    Markup.text("bw-meta", "none"),
                    text,
                    Markup.text("", ""),
                    Markup.text("", ""),
                    Markup.text("bw-second", made == null ? "" : times.age(made)),
                    Markup.text("", ""));
            return;
        }
        Span digest = Markup.text("bw-code bw-second", ImageWords.shortDigest(layer.diffId()));
        digest.setTitle(layer.diffId());
        table.row(
                Markup.text("bw-number", String.valueOf(layer.index() + 1)),
                text,
                size(layer.size(), largest),
                layer.packages() == 0
                        ? Markup.text("bw-meta", "0")
                        : Markup.link(
                                ImagesNavigation.packagesOf(image, layer.diffId()), Counted.number(layer.packages())),
                Markup.text("bw-second", made == null ? "" : times.age(made)),
                digest);
    }

    private static Component size(long size, long largest) {
        Div bar = Markup.box("bw-mini-bar");
        bar.getStyle().set("width", String.format(Locale.ENGLISH, "%.1f%%", largest == 0 ? 0 : 100.0 * size / largest));
        return Markup.box("bw-share-cell", Markup.box("bw-mini", bar), Markup.text("bw-number", Sizes.shown(size)));
    }

    /** Without what builders write around every instruction. */
    private static String tidy(String instruction) {
        String plain = instruction.strip();
        if (plain.endsWith(BUILDKIT)) {
            plain = plain.substring(0, plain.length() - BUILDKIT.length()).strip();
        }
        if (plain.startsWith(NO_RUN)) {
            return plain.substring(NO_RUN.length()).strip();
        }
        if (plain.startsWith("RUN " + SHELL)) {
            return "RUN " + plain.substring("RUN ".length() + SHELL.length()).strip();
        }
        if (plain.startsWith(SHELL)) {
            return "RUN " + plain.substring(SHELL.length()).strip();
        }
        return plain.isEmpty() ? "not told" : plain;
    }
}
