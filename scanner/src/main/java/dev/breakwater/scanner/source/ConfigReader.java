package dev.breakwater.scanner.source;

import dev.breakwater.engine.image.ImageConfig;
import dev.breakwater.engine.image.ImageConfig.HistoryLine;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The configuration of an image as facts (OCI image specification, config.md), within bounds. */
public final class ConfigReader {

    private static final int MOST = 1000;
    private static final int LONGEST = 8192;

    private final UnaryOperator<String> environment;
    private final UnaryOperator<String> instruction;

    /**
     * @param environment takes secrets out of {@code NAME=value}
     * @param instruction takes secrets out of a line of the history
     */
    public ConfigReader(UnaryOperator<String> environment, UnaryOperator<String> instruction) {
        this.environment = environment;
        this.instruction = instruction;
    }

    /** Reads a configuration; what is of another form than the specification says is left out. */
    public ImageConfig read(JsonNode image) {
        JsonNode config = image.path("config");
        return new ImageConfig(
                instant(image.path("created")),
                text(image.path("architecture")),
                text(image.path("os")),
                text(config.path("User")),
                text(config.path("WorkingDir")),
                texts(config.path("Entrypoint")).stream().map(instruction).toList(),
                texts(config.path("Cmd")).stream().map(instruction).toList(),
                texts(config.path("Env")).stream().map(environment).toList(),
                names(config.path("ExposedPorts")),
                names(config.path("Volumes")),
                labels(config.path("Labels")),
                history(image));
    }

    /** What may hold secrets, unredacted, by where it stands: {@code config:env:NAME} and {@code config:history}. */
    public static Map<String, String> tellingTexts(JsonNode image) {
        Map<String, String> told = new LinkedHashMap<>();
        for (String variable : texts(image.path("config").path("Env"))) {
            int equals = variable.indexOf('=');
            told.put("config:env:" + (equals < 0 ? variable : variable.substring(0, equals)), variable);
        }
        List<String> lines = new ArrayList<>();
        image.path("history").forEach(line -> lines.add(text(line.path("created_by"))));
        told.put("config:history", String.join("\n", lines.subList(0, Math.min(MOST, lines.size()))));
        return told;
    }

    private List<HistoryLine> history(JsonNode image) {
        List<String> diffIds = texts(image.path("rootfs").path("diff_ids"));
        List<HistoryLine> lines = new ArrayList<>();
        int layer = 0;
        for (JsonNode each : image.path("history")) {
            if (lines.size() == MOST) {
                break;
            }
            boolean empty = each.path("empty_layer").asBoolean(false);
            String made = !empty && layer < diffIds.size() ? diffIds.get(layer++) : "";
            lines.add(new HistoryLine(
                    instant(each.path("created")),
                    instruction.apply(text(each.path("created_by"))),
                    text(each.path("comment")),
                    made));
        }
        return lines;
    }

    /** What each layer was made by, for those layers of which the history tells. */
    public static Map<String, String> instructions(ImageConfig config) {
        Map<String, String> made = new LinkedHashMap<>();
        config.history().stream()
                .filter(line -> !line.layer().isEmpty())
                .forEach(line -> made.putIfAbsent(line.layer(), line.createdBy()));
        return made;
    }

    private static Map<String, String> labels(JsonNode labels) {
        Map<String, String> read = new LinkedHashMap<>();
        labels.properties().stream()
                .limit(MOST)
                .forEach(label -> read.put(brief(label.getKey()), text(label.getValue())));
        return read;
    }

    private static List<String> names(JsonNode object) {
        TreeSet<String> names = new TreeSet<>();
        object.propertyNames().stream().limit(MOST).map(ConfigReader::brief).forEach(names::add);
        return List.copyOf(names);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        for (JsonNode each : array) {
            if (texts.size() < MOST && each.isString()) {
                texts.add(text(each));
            }
        }
        return texts;
    }

    private static String text(JsonNode node) {
        return brief(node.asString(""));
    }

    private static String brief(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static @Nullable Instant instant(JsonNode node) {
        try {
            return OffsetDateTime.parse(node.asString("")).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
