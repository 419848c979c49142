package dev.breakwater.central.fleet.internal.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands that the console shows name what is there. */
class InstallCommandsTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private final InstallCommands commands = new InstallCommands(
            "central.example.com:9443", "prod-eu", "https://git.example.com/platform/breakwater.git");

    @Test
    void theHelmCommandNamesAChartAndValuesThatItTakes() throws IOException {
        String command = commands.helm();
        Path chart = ROOT.resolve(first(command, "(\\./helm/\\S+)").substring(2));
        assertThat(chart.resolve("Chart.yaml")).content().contains("name: " + first(command, "--install (\\S+)"));

        JsonNode schema = JsonMapper.shared().readTree(Files.readString(chart.resolve("values.schema.json")));
        List<String> set = all(command, "--set ([^=]+)=");
        assertThat(set).containsExactly("central.address", "cluster.name", "enrolment.existingSecret");
        for (String value : set) {
            JsonNode at = schema;
            for (String name : value.split("\\.")) {
                at = at.path("properties").path(name);
            }
            assertThat(at.path("type").asString("")).as(value).isEqualTo("string");
        }
    }

    @Test
    void theKubectlCommandMakesTheSecretThatTheManifestReads() throws IOException {
        String command = commands.kubectl();
        String manifest = Files.readString(ROOT.resolve(first(command, "apply -f (\\S+)")));
        String secret = first(command, "create secret generic (\\S+)");
        for (String key : all(command, "--from-(?:literal|file)=([^=]+)=")) {
            assertThat(manifest).containsPattern("name: " + secret + "\\s*,?\\s*key: " + key);
        }
        assertThat(manifest).contains("namespace: " + first(command, "create namespace ([a-z]+)"));
    }

    @Test
    void theApplicationNamesAChartValuesThatItTakesAndTheSecretThatIsMadeFirst() throws IOException {
        Map<String, Object> application = new Yaml().load(commands.argoCd());
        Map<String, Object> source = at(at(application, "spec"), "source");
        Path chart = ROOT.resolve((String) source.get("path"));
        assertThat(chart.resolve("Chart.yaml")).exists();
        assertThat(source).containsEntry("repoURL", "https://git.example.com/platform/breakwater.git");

        Map<String, Object> values = at(at(source, "helm"), "valuesObject");
        JsonNode schema = JsonMapper.shared().readTree(Files.readString(chart.resolve("values.schema.json")));
        values.forEach((group, inner) -> ((Map<?, ?>) inner)
                .keySet()
                .forEach(name -> assertThat(schema.path("properties")
                                .path(group)
                                .path("properties")
                                .has((String) name))
                        .as(group + "." + name)
                        .isTrue()));
        assertThat(at(values, "central")).containsEntry("address", "central.example.com:9443");
        assertThat(at(values, "cluster")).containsEntry("name", "prod-eu");
        assertThat(at(values, "enrolment"))
                .containsExactly(
                        Map.entry("existingSecret", first(commands.secretCommand(), "create secret generic (\\S+)")));
        assertThat(at(at(application, "spec"), "destination"))
                .containsEntry("namespace", first(commands.secretCommand(), "create namespace (\\S+)"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> at(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }

    @Test
    void eachReadsTheTokenFromTheFileThatIsWrittenFirst() {
        String file = first(commands.tokenFile(), "> (\\S+)\\)");
        assertThat(List.of(
                        commands.helm(),
                        commands.kubectl(),
                        commands.secretCommand(),
                        commands.sensor(),
                        commands.manifests()))
                .allSatisfy(command -> assertThat(command).contains(file));
    }

    private static String first(String text, String pattern) {
        return all(text, pattern).getFirst();
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
