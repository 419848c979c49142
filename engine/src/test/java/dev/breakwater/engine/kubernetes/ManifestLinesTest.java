package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ManifestLinesTest {

    private static final String DOCUMENT = """
            # a comment
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              annotations:
                container.apparmor.security.beta.kubernetes.io/web: unconfined
                container.apparmor: other
            spec:
              template:
                spec:
                  # the main one
                  containers:
                    - name: web
                      image: web:1
                      securityContext: {privileged: true}
                    - image: side:1
                      name: side
            """;

    @ParameterizedTest
    @CsvSource({
        "spec.template.spec.containers[0].image, 15",
        "spec.template.spec.containers[0].securityContext.privileged, 16",
        "spec.template.spec.containers[0].resources.limits.memory, 14",
        "spec.template.spec.containers[1].name, 18",
        "spec.template.spec.containers[7].name, 13",
        "spec.template.spec.hostNetwork, 11",
        "metadata.annotations.container.apparmor.security.beta.kubernetes.io/web, 7",
        "metadata.annotations.container.apparmor, 8",
        "nowhere.at.all, 2",
        "'', 2",
    })
    void findsTheLineOfAFieldOrOfWhatIsNearestAboveIt(String path, int line) {
        assertThat(ManifestLines.of(DOCUMENT).lineOf(path)).isEqualTo(line);
    }

    @Test
    void findsItemsOfAListInJson() {
        String document = """
                {"kind": "List", "apiVersion": "v1", "items": [
                  {"kind": "Service"},
                  {"kind": "Pod",
                   "spec": {"hostPID": true}}
                ]}
                """;

        assertThat(ManifestLines.of(document).lineOf("items[1].spec.hostPID")).isEqualTo(4);
    }

    @Test
    void answersTheFirstLineOfWhatCannotBeRead() {
        assertThat(ManifestLines.of("a: [broken").lineOf("a")).isEqualTo(1);
        assertThat(ManifestLines.of("").lineOf("a.b")).isEqualTo(1);
        assertThat(ManifestLines.of("[".repeat(5_000)).lineOf("[0]")).isEqualTo(1);
    }

    /** Whatever is written by the product's own writer is found where that writer says it is. */
    @Test
    void agreesWithTheWriter() {
        JsonNode object = JsonMapper.shared()
                .readTree(
                        "{\"spec\": {\"a\": [{\"b\": 1, \"c\": {\"d\": \"x: y\"}}, {\"b\": []}], \"e.f\": {\"g\": null}}}");
        ManifestText written = ManifestText.of(object);
        ManifestLines lines = ManifestLines.of(written.text());

        List<String> paths =
                written.lines().stream().map(ManifestText.Line::path).toList();
        assertThat(paths).allSatisfy(path -> assertThat(lines.lineOf(path)).isEqualTo(written.lineOf(path)));
    }

    @Property
    void neverFails(@ForAll @StringLength(max = 200) String document, @ForAll @StringLength(max = 40) String path) {
        assertThat(ManifestLines.of(document).lineOf(path)).isPositive();
    }
}
