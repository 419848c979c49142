package dev.breakwater.ui.images;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import dev.breakwater.central.images.ImageReport.Scan;
import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.ui.part.CardHead;
import dev.breakwater.ui.part.Counted;
import dev.breakwater.ui.part.EmptyState;
import dev.breakwater.ui.part.FactTable;
import dev.breakwater.ui.part.Markup;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How an image is started, and what its builder says of it. */
final class ConfigCards {

    private ConfigCards() {}

    static Component of(@Nullable Scan scan) {
        ImageConfig config = scan == null ? null : scan.config();
        if (config == null) {
            return new EmptyState(
                    "Unknown", "What was uploaded does not tell the configuration. A scan of the image itself does.");
        }
        DescriptionList facts = new DescriptionList();
        facts.addClassName("bw-facts");
        fact(facts, "User", config.user().isEmpty() ? "root, since none is set" : config.user());
        fact(facts, "Entrypoint", command(config.entrypoint()));
        fact(facts, "Command", command(config.command()));
        fact(facts, "Working folder", config.workingDir().isEmpty() ? "/" : config.workingDir());
        fact(facts, "Ports", config.ports().isEmpty() ? "none" : String.join(", ", config.ports()));
        fact(facts, "Volumes", config.volumes().isEmpty() ? "none" : String.join(", ", config.volumes()));
        fact(facts, "Platform", config.os() + "/" + config.architecture());
        Div left = Markup.box(
                "bw-column",
                Markup.box("bw-card", new CardHead("How is it started?", ""), facts),
                environment(config.env()));
        return Markup.box("bw-two bw-two-even", left, Markup.box("bw-column", labels(config.labels())));
    }

    private static String command(List<String> words) {
        return words.isEmpty() ? "none" : String.join(" ", words);
    }

    private static void fact(DescriptionList facts, String term, String value) {
        facts.add(
                new DescriptionList.Term(term),
                new DescriptionList.Description(Markup.text("bw-code bw-wrap-anywhere", value)));
    }

    private static Component environment(List<String> env) {
        Div card = Markup.box(
                "bw-card",
                new CardHead("Which environment does it set?", Counted.of(env.size(), "variable", "variables")));
        if (env.isEmpty()) {
            card.add(Markup.paragraph("None."));
            return card;
        }
        FactTable table = new FactTable("Environment", List.of("Name", "Value"));
        env.forEach(line -> {
            int equals = line.indexOf('=');
            table.row(
                    Markup.text("bw-code bw-wrap-anywhere", equals < 0 ? line : line.substring(0, equals)),
                    Markup.text("bw-code bw-second bw-wrap-anywhere", equals < 0 ? "" : line.substring(equals + 1)));
        });
        card.add(table);
        return card;
    }

    private static Component labels(Map<String, String> labels) {
        Div card = Markup.box(
                "bw-card", new CardHead("What does its builder say?", Counted.of(labels.size(), "label", "labels")));
        if (labels.isEmpty()) {
            card.add(Markup.paragraph("It has no labels: neither its source nor its base can be told by them."));
            return card;
        }
        FactTable table = new FactTable("Labels", List.of("Label", "Value"));
        labels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(label -> table.row(
                        Markup.text("bw-code bw-wrap-anywhere", label.getKey()),
                        Markup.text("bw-second bw-wrap-anywhere", label.getValue())));
        card.add(table);
        return card;
    }
}
