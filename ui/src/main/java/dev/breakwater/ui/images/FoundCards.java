package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.ImageReport.Layer;
import dev.breakwater.central.images.ImageReport.Scan;
import dev.breakwater.engine.image.FoundFile;
import dev.breakwater.engine.image.FoundSecret;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What looks like a secret, and the files that deserve a look. */
final class FoundCards {

    private static final int SHOWN = 500;

    private FoundCards() {}

    static Component of(String image, List<FoundSecret> secrets, Scan scan, List<Layer> layers) {
        Map<String, Integer> numbers = new HashMap<>();
        layers.forEach(layer -> numbers.putIfAbsent(layer.diffId(), layer.index() + 1));
        return Markup.box("bw-cards bw-cards-one", secrets(secrets, numbers, scan), files(scan, numbers));
    }

    private static Component secrets(List<FoundSecret> secrets, Map<String, Integer> layers, Scan scan) {
        Div card = Markup.box(
                "bw-card bw-card-wide",
                new CardHead(
                        "Are secrets in it?",
                        secrets.isEmpty()
                                ? ""
                                : Counted.of(secrets.size(), "finding", "findings")
                                        + ", shown without what they hide"));
        if (secrets.isEmpty()) {
            card.add(Markup.paragraph(
                    scan.config() == null
                            ? "What was uploaded tells of packages only: whether it holds secrets is unknown."
                            : "None was found in its files, its environment and its history."));
            return card;
        }
        FactTable table = new FactTable("What looks like a secret", List.of("What", "Where", "Line", "Layer", "Seen"));
        secrets.stream()
                .limit(SHOWN)
                .forEach(secret -> table.row(
                        Markup.text("bw-name", secret.title()),
                        Markup.text("bw-code bw-wrap-anywhere", where(secret)),
                        Markup.text("bw-number", secret.line() == 0 ? "" : String.valueOf(secret.line())),
                        Markup.text("bw-second", layer(secret.layer(), layers)),
                        Markup.text("bw-code bw-second bw-wrap-anywhere", secret.redacted())));
        card.add(table);
        if (secrets.stream().anyMatch(FoundSecret::deleted)) {
            card.add(Markup.text(
                    "bw-meta",
                    "What a later layer deletes is still in the layer that brought it, for whoever pulls the image."));
        }
        return card;
    }

    private static String where(FoundSecret secret) {
        String path = secret.path();
        if (path.startsWith("config:env:")) {
            return "environment variable " + path.substring("config:env:".length());
        }
        if (path.startsWith("config:history")) {
            return "history of the image";
        }
        return "/" + path + (secret.deleted() ? " (deleted later)" : "");
    }

    private static String layer(String diffId, Map<String, Integer> layers) {
        if (diffId.isEmpty()) {
            return "configuration";
        }
        Integer number = layers.get(diffId);
        return number == null ? ImageWords.shortDigest(diffId) : "layer " + number;
    }

    private static Component files(Scan scan, Map<String, Integer> layers) {
        List<FoundFile> files = scan.files();
        Div card = Markup.box(
                "bw-card bw-card-wide",
                new CardHead(
                        "Which files deserve a look?",
                        files.isEmpty() ? "" : Counted.of(files.size(), "file", "files")));
        if (files.isEmpty()) {
            card.add(Markup.paragraph(
                    scan.layers() == 0
                            ? "What was uploaded tells of packages only: which files it holds is unknown."
                            : "None that runs with more rights, that everybody may write, or that is a tool."));
            return card;
        }
        FactTable table = new FactTable("Files that deserve a look", List.of("Why", "File", "Mode", "Owner", "Layer"));
        files.stream()
                .sorted(Comparator.comparing(FoundFile::kind).thenComparing(FoundFile::path))
                .limit(SHOWN)
                .forEach(file -> table.row(
                        Markup.text("bw-name", ImageWords.kind(file.kind())),
                        Markup.text("bw-code bw-wrap-anywhere", "/" + file.path()),
                        Markup.text("bw-code bw-second", Integer.toOctalString(file.mode())),
                        Markup.text("bw-second", file.owner() == 0 ? "root" : String.valueOf(file.owner())),
                        Markup.text("bw-second", layer(file.layer(), layers))));
        card.add(table);
        if (files.size() > SHOWN) {
            card.add(Markup.text("bw-meta", "The first " + SHOWN + " are shown."));
        }
        return card;
    }
}
