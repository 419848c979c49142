package dev.breakwater.engine.compliance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.breakwater.engine.compliance.Check.Subject;
import dev.breakwater.engine.compliance.Standard.Control;
import dev.breakwater.engine.compliance.Standard.Section;
import dev.breakwater.engine.machine.rule.Rule;
import dev.breakwater.engine.machine.rule.RuleReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Standards that are one another's versions, or that ask the same of several systems, with the checks of machines that answer them.
 * A control and its check stand beside each other in the data.
 */
final class Benchmark {

    /** A check of machines with its rule. */
    record MachineCheck(Check card, Rule rule) {}

    private record Numbered(String number, Control control) {}

    private final List<Standard> standards = new ArrayList<>();
    private final Map<String, MachineCheck> checks = new LinkedHashMap<>();

    private Benchmark() {}

    static Benchmark read(String file) {
        JsonNode tree = Documents.tree(file);
        Benchmark benchmark = new Benchmark();
        try {
            for (JsonNode standard : tree.required("standards")) {
                benchmark.add(standard, tree);
            }
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(file + ": " + wrong.getMessage(), wrong);
        }
        return benchmark;
    }

    List<Standard> standards() {
        return standards;
    }

    List<MachineCheck> checks() {
        return List.copyOf(checks.values());
    }

    private void add(JsonNode standard, JsonNode tree) {
        String key = standard.required("key").asText();
        List<Numbered> controls = new ArrayList<>();
        for (JsonNode item : tree.required("items")) {
            JsonNode written = item.required("no");
            String number = written.isObject() ? written.path(key).asText() : written.asText();
            if (!number.isEmpty()) {
                controls.add(new Numbered(number, control(number, item, standard, tree)));
            }
        }
        controls.sort(Comparator.comparing(Numbered::number, Benchmark::compareNumbers));
        JsonNode all = tree.required("sections");
        JsonNode titles = all.has(key) ? all.get(key) : all;
        Map<String, List<Control>> sections = new LinkedHashMap<>();
        for (Numbered one : controls) {
            sections.computeIfAbsent(section(one.number(), titles), name -> new ArrayList<>())
                    .add(one.control());
        }
        standards.add(new Standard(
                standard.required("id").asText(),
                standard.required("name").asText(),
                standard.required("version").asText(),
                standard.required("source").asText(),
                standard.required("about").asText(),
                sections.entrySet().stream()
                        .map(entry -> new Section(
                                entry.getKey(), titles.required(entry.getKey()).asText(), entry.getValue()))
                        .toList()));
    }

    private Control control(String number, JsonNode item, JsonNode standard, JsonNode tree) {
        List<String> asked = new ArrayList<>();
        item.path("checks").forEach(check -> asked.add(check.asText()));
        if (item.has("check")) {
            asked.add(check(item, standard, tree).id());
        }
        return new Control(
                number,
                item.required("title").asText(),
                item.required("asks").asText(),
                asked,
                item.path("attest").asText());
    }

    private Check check(JsonNode item, JsonNode standard, JsonNode tree) {
        String prefix = standard.path("prefix").asText(tree.path("prefix").asText());
        String id = prefix + "-" + item.required("check").asText();
        MachineCheck known = checks.get(id);
        if (known != null) {
            return known.card();
        }
        Check card = new Check(
                id,
                item.required("asks").asText(),
                Subject.NODE,
                item.required("fix").asText(),
                true);
        try {
            checks.put(id, new MachineCheck(card, RuleReader.read(rule(item, standard))));
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException(id + ": " + wrong.getMessage(), wrong);
        }
        return card;
    }

    /** The rule of an item, of the machines that it speaks of. */
    private static JsonNode rule(JsonNode item, JsonNode standard) {
        JsonNode rule = item.required("holds");
        if (item.has("on")) {
            rule = item.get("on").isTextual() ? where(one("runs", item.get("on")), rule) : where(item.get("on"), rule);
        }
        return standard.has("system") ? where(one("system", standard.get("system")), rule) : rule;
    }

    private static JsonNode one(String name, JsonNode value) {
        return JsonNodeFactory.instance.objectNode().set(name, value);
    }

    private static JsonNode where(JsonNode condition, JsonNode rule) {
        ObjectNode where = JsonNodeFactory.instance.objectNode();
        where.set("where", condition);
        where.set("holds", rule);
        return where;
    }

    /** The longest number of a section that a control's begins with. */
    private static String section(String number, JsonNode titles) {
        String section = number;
        while (!titles.has(section)) {
            int dot = section.lastIndexOf('.');
            if (dot < 0) {
                throw new IllegalArgumentException("no section of " + number);
            }
            section = section.substring(0, dot);
        }
        return section;
    }

    static int compareNumbers(String one, String other) {
        String[] first = one.split("\\.");
        String[] second = other.split("\\.");
        for (int i = 0; i < Math.min(first.length, second.length); i++) {
            int compared = Integer.compare(Integer.parseInt(first[i]), Integer.parseInt(second[i]));
            if (compared != 0) {
                return compared;
            }
        }
        return Integer.compare(first.length, second.length);
    }
}
