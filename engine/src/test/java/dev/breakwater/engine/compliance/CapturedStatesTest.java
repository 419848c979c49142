package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.breakwater.engine.compliance.Standard.Control;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What each control of sections 1 to 4 comes out as on captured machines, by a table that people made. */
class CapturedStatesTest {

    private static final String ABSENT = "absent";

    /** A machine put together from the table. */
    private static final class State {
        String standard = "";
        final Map<String, List<String>> processes = new LinkedHashMap<>();
        final List<List<String>> more = new ArrayList<>();
        final Map<String, JsonNode> files = new LinkedHashMap<>();
        final List<String> unread = new ArrayList<>();
        final List<String> looked = new ArrayList<>(MachineChecks.paths());
        final Map<String, String> expected = new TreeMap<>();
        boolean blind;
    }

    private final JsonNode table = Documents.tree("kubernetes-states.yaml");

    @Test
    void thereAreFortyStatesOrMore() {
        assertThat(table.size()).isGreaterThanOrEqualTo(40);
    }

    @TestFactory
    Stream<DynamicTest> eachStateComesOutAsPeopleFound() {
        List<DynamicTest> tests = new ArrayList<>();
        for (JsonNode row : table) {
            tests.add(DynamicTest.dynamicTest(row.path("name").asText(), () -> {
                State state = state(row);
                assertThat(outcomes(state)).isEqualTo(state.expected);
            }));
        }
        return tests.stream();
    }

    private State state(JsonNode row) {
        State state = row.has("from") ? state(named(row.path("from").asText())) : new State();
        state.standard = row.path("standard").asText(state.standard);
        state.blind |= row.path("blind").asBoolean();
        if (row.has("processes")) {
            state.processes.clear();
            row.path("processes").forEach(one -> {
                List<String> arguments = texts(one);
                state.processes.put(name(arguments.getFirst()), arguments);
            });
        }
        row.path("add").forEach(one -> state.more.add(texts(one)));
        JsonNode without = row.path("without");
        without.path("options")
                .properties()
                .forEach(entry -> state.processes
                        .computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                        .removeAll(texts(entry.getValue())));
        without.path("files").forEach(path -> state.files.remove(path.asText()));
        row.path("options")
                .properties()
                .forEach(entry -> state.processes
                        .computeIfAbsent(entry.getKey(), key -> new ArrayList<>())
                        .addAll(texts(entry.getValue())));
        row.path("files").properties().forEach(entry -> state.files.put(entry.getKey(), entry.getValue()));
        row.path("unread").forEach(path -> state.unread.add(path.asText()));
        row.path("looked").forEach(path -> state.looked.add(path.asText()));
        row.path("unlooked")
                .forEach(path -> state.looked.removeIf(
                        pattern -> pattern.equals(path.asText()) || pattern.equals("/etc/kubernetes/pki/*")));
        JsonNode expects = row.path("expects");
        if (expects.has("everything")) {
            state.expected.replaceAll(
                    (control, before) -> expects.path("everything").asText());
        }
        expects.properties().stream()
                .filter(entry -> !entry.getKey().equals("everything"))
                .forEach(entry -> entry.getValue().forEach(control -> {
                    if (entry.getKey().equals(ABSENT)) {
                        state.expected.remove(control.asText());
                    } else {
                        state.expected.put(control.asText(), entry.getKey());
                    }
                }));
        return state;
    }

    private JsonNode named(String name) {
        for (JsonNode row : table) {
            if (row.path("name").asText().equals(name)) {
                return row;
            }
        }
        throw new IllegalArgumentException("no state " + name);
    }

    private static Map<String, String> outcomes(State state) {
        MachineBuilder machine = new MachineBuilder();
        state.processes.values().forEach(machine::process);
        state.more.forEach(machine::process);
        state.files.forEach((path, file) -> machine.file(
                path,
                Integer.parseInt(file.path("mode").asText(), 8),
                file.path("owner").asText("root:root"),
                file.has("text") ? file.path("text").asText() : null));
        state.unread.forEach(machine::unreadable);
        machine.looked.clear();
        machine.looked.addAll(state.looked);
        if (state.blind) {
            machine.processes.clear();
        }
        Map<String, Tally> tallies = new HashMap<>();
        machine.judged().forEach((check, result) -> tallies.put(check, Tally.of(result.outcome())));
        Map<String, String> outcomes = new TreeMap<>();
        Standards.byId(state.standard)
                .orElseThrow()
                .controls()
                .filter(control -> !control.id().startsWith("5."))
                .forEach(control -> outcomes.put(control.id(), outcome(control, tallies)));
        return outcomes;
    }

    private static String outcome(Control control, Map<String, Tally> tallies) {
        return ControlJudge.judge(control, tallies, false).name();
    }

    private static String name(String program) {
        return program.substring(program.lastIndexOf('/') + 1);
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
