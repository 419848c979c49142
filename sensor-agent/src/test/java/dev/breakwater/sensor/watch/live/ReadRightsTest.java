package dev.breakwater.sensor.watch.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The chart grants what the sensor reads, no more and no less. */
class ReadRightsTest {

    private static final Path RIGHTS =
            Path.of("").toAbsolutePath().resolveSibling("helm/sensor/files/read-rights.yaml");

    @Test
    void areExactlyWhatIsWatched() throws IOException {
        List<Map<String, List<String>>> rules = Serialization.unmarshal(Files.readString(RIGHTS), List.class);
        List<String> granted = rules.stream()
                .flatMap(rule -> rule.get("apiGroups").stream()
                        .flatMap(group -> rule.get("resources").stream().map(resource -> group + "/" + resource)))
                .toList();
        Stream<String> watched = WatchedApi.ALL.stream()
                .flatMap(api -> api.versions().stream().map(version -> version.getGroup() + "/" + version.getPlural()))
                .distinct();
        assertThat(granted).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(watched.toList());
    }
}
