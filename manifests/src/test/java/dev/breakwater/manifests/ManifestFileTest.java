package dev.breakwater.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ManifestFileTest {

    @Test
    void readsEveryDocumentBesideABrokenOne() {
        ManifestFile file = ManifestFile.parse("""
                # Source: chart/templates/a.yaml
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: a}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: [broken
                ---
                # nothing here
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: c}
                """, "dir/a.yaml");

        assertThat(file.objects())
                .extracting(located ->
                        located.object().path("metadata").path("name").asString())
                .containsExactly("a", "c");
        assertThat(file.problems()).hasSize(1);
        ManifestProblem problem = file.problems().getFirst();
        assertThat(problem.where()).isEqualTo("dir/a.yaml");
        assertThat(problem.line()).isBetween(9, 10);
    }

    @Test
    void readsListsAndJson() {
        ManifestFile yaml = ManifestFile.parse("""
                apiVersion: v1
                kind: List
                items:
                - {apiVersion: v1, kind: Service, metadata: {name: a}}
                - {apiVersion: v1, kind: Service, metadata: {name: b}}
                """, "list.yaml");
        ManifestFile json = ManifestFile.parse(
                "{\"apiVersion\":\"v1\",\"kind\":\"ServiceList\",\"items\":[{\"kind\":\"Service\",\"metadata\":{\"name\":\"a\"}}]}",
                "list.json");

        assertThat(yaml.objects()).hasSize(2);
        assertThat(json.objects()).hasSize(1);
        assertThat(yaml.problems()).isEmpty();
    }

    @Test
    void tellsByLineWhatIsNoObject() {
        ManifestFile file = ManifestFile.parse("""
                # values.yaml
                ---

                image: web
                ---
                kind: Service
                metadata: {name: a}
                """, "values.yaml");

        assertThat(file.problems())
                .containsExactly(new ManifestProblem("values.yaml", 4, "no kind: not a Kubernetes object"));
        assertThat(file.objects()).extracting(ManifestFile.Located::line).containsExactly(6);
    }

    @Test
    void saysWhatIsWrongWithADocumentAndWhere() {
        assertThat(ManifestFile.parse("kind: A\n---\na: b: c\n", "a.yaml").problems())
                .containsExactly(
                        new ManifestProblem("a.yaml", 3, "mapping values are not allowed here (line 3, column 5)"));
        assertThat(ManifestFile.parse("kind: A\ndeep: " + "[".repeat(99) + "x" + "]".repeat(99), "deep.yaml")
                        .problems())
                .singleElement()
                .extracting(ManifestProblem::detail)
                .asString()
                .startsWith("nested too deeply");
    }

    @Test
    void keepsMarkersWithinBlockTexts() {
        ManifestFile file = ManifestFile.parse("""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: a}
                data:
                  x: |
                    ---
                    inner: document
                """, "a.yaml");

        JsonNode map = file.objects().getFirst().object();
        assertThat(map.path("data").path("x").asString()).startsWith("---");
    }

    @Test
    void boundsDepthAndAliases() {
        String deep = "a: " + "[".repeat(5_000) + "]".repeat(5_000);
        StringBuilder laughs = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            laughs.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(9)));
        }

        assertThat(ManifestFile.parse(deep, "deep.yaml").problems()).isNotEmpty();
        assertThat(ManifestFile.parse(laughs.toString(), "laughs.yaml").problems())
                .isNotEmpty();
    }
}
