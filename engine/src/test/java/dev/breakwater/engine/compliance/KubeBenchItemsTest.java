package dev.breakwater.engine.compliance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.breakwater.engine.compliance.KubeBenchItems.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our rules say the same as the items of kube-bench on machines made at random, but for what we know to differ. */
class KubeBenchItemsTest {

    private static final int STATES = 400;

    /** Controls that are asked otherwise on purpose. */
    private static final Set<String> DIFFERENT = Set.of(
            // We look at the folder that container runtimes read, not at an option that kubelets have no more.
            "1.1.9",
            "1.1.10",
            // We read each resource of the encryption's configuration, they the last line of a kind.
            "1.2.28",
            // We ask that it is true, they that it is there.
            "4.2.14",
            // It is a setting of the service, not an option of the kubelet.
            "4.2.15");

    @ParameterizedTest
    @ValueSource(strings = {"1.10", "1.11", "1.12"})
    void theSameComesOut(String version) throws IOException {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        assumeThat(corpus)
                .as("BREAKWATER_CORPUS is not set: kube-bench is not compared with")
                .isNotNull();
        Path file = Path.of(corpus, "compliance/cis-kubernetes/cis-" + version + ".checks.json");
        assumeThat(file).as("the corpus has no items of kube-bench").exists();
        List<JsonNode> items = items(file);
        Standard standard = Standards.byId("cis-kubernetes-" + version).orElseThrow();
        Map<String, String> different = new TreeMap<>();
        int compared = 0;
        for (int seed = 0; seed < STATES; seed++) {
            State state = KubeBenchItems.state(items, new Random(seed));
            Map<String, Tally> tallies = new HashMap<>();
            state.machine().judged().forEach((check, result) -> tallies.put(check, Tally.of(result.outcome())));
            for (JsonNode item : items) {
                String id = item.path("id").asText();
                Boolean theirs = KubeBenchItems.holds(item, state);
                if (theirs == null || DIFFERENT.contains(id)) {
                    continue;
                }
                compared++;
                Outcome ours = ControlJudge.judge(standard.control(id).orElseThrow(), tallies, false);
                if (ours != (theirs ? Outcome.PASS : Outcome.FAIL)) {
                    different.putIfAbsent(id, "theirs " + theirs + ", ours " + ours + " of " + state.told(item));
                }
            }
        }
        assertThat(different).isEmpty();
        assertThat(compared).isGreaterThan(80 * STATES);
    }

    private static List<JsonNode> items(Path file) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        for (JsonNode item : new ObjectMapper().readTree(Files.readString(file))) {
            if (!item.path("target").asText().equals("policies") && item.has("tests")) {
                items.add(item);
            }
        }
        return items;
    }
}
