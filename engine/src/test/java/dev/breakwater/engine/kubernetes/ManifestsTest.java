package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ManifestsTest {

    @Test
    void readsManyDocumentsAndTakesListsApart() {
        Manifests.Reading reading = Manifests.read("""
                # only a comment
                ---
                kind: A
                ---
                {kind: List, items: [{kind: B}, {kind: CList, items: [{kind: D}]}, text]}
                ---
                - not an object
                ---
                no: kind
                """);

        assertThat(reading.objects()).extracting(o -> o.path("kind").asString()).containsExactly("A", "B", "D");
        assertThat(reading.problems())
                .containsExactly(
                        "Document 2: item 3 of the List: not a Kubernetes object but a text",
                        "Document 3: not a Kubernetes object but a list",
                        "Document 4: no kind: not a Kubernetes object");
    }

    @Test
    void completesTheItemsOfAListAsAnApiServerAnswersIt() {
        Manifests.Reading reading = Manifests.read("""
                {"kind": "DeploymentList", "apiVersion": "apps/v1", "items": [
                  {"metadata": {"name": "a"}},
                  {"metadata": {"name": "b"}, "kind": null},
                  {"metadata": {"name": "c"}, "kind": "Rollout", "apiVersion": "argoproj.io/v1alpha1"}]}
                """);

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.objects())
                .extracting(
                        o -> o.path("metadata").path("name").asString(),
                        o -> o.path("kind").asString(),
                        o -> o.path("apiVersion").asString())
                .containsExactly(
                        tuple("a", "Deployment", "apps/v1"),
                        tuple("b", "Deployment", "apps/v1"),
                        tuple("c", "Rollout", "argoproj.io/v1alpha1"));
    }

    @Test
    void namesAValueThatIsNotWhatItsTagSays() {
        assertThat(Manifests.read("kind: Pod\nspec: !!int {a: b}").problems())
                .containsExactly("Document 1: a value is not what its tag says");
    }

    @Test
    void tellsOfListsWhoseItemsSayNotWhatTheyAre() {
        assertThat(Manifests.read("kind: List\nitems: [{metadata: {name: a}}]").problems())
                .containsExactly("Document 1: item 1 of the List: no kind: not a Kubernetes object");
        assertThat(Manifests.read("kind: PodList\nitems: many").problems())
                .containsExactly("Document 1: the items of the PodList are a text, not a list");
        assertThat(Manifests.read("kind: PodList\nitems: null").problems()).isEmpty();
        assertThat(Manifests.read("kind: AllowList\nspec: {}").objects())
                .as("a kind that only sounds like a list")
                .hasSize(1);
    }

    @Test
    void boundsWhatItTellsOfOneText() {
        assertThat(Manifests.read("kind: List\nitems: [" + "1,".repeat(1_000) + "]")
                        .problems())
                .hasSize(51);
    }

    @Test
    void saysWhatTheParserExpectedAndWhere() {
        assertThat(Manifests.read("apiVersion: v1\nkind: Service\nmetadata: {name: x\nspec:\n  - : :\n")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("Document 1: expected ',' or '}', but got ")
                .contains("while parsing a flow mapping")
                .endsWith(" (line 4, column 5)");
        assertThat(Manifests.read("a: b: c\n").problems())
                .containsExactly("Document 1: mapping values are not allowed here (line 1, column 5)");
    }

    @Test
    void countsTheDocumentThatIsNestedTooDeeply() {
        assertThat(Manifests.read("kind: A\ndeep: " + "[".repeat(99) + "x" + "]".repeat(99))
                        .problems())
                .singleElement()
                .asString()
                .startsWith("Document 1: nested too deeply");
    }

    @Test
    void readsJsonAndSeveralJsonDocuments() {
        assertThat(Manifests.read(" {\"kind\": \"A\"}\n{\"kind\": \"B\"}").objects())
                .extracting(o -> o.path("kind").asString())
                .containsExactly("A", "B");
    }

    @Test
    void readsScalarsLikeKubernetes() {
        JsonNode object = Manifests.read("""
                kind: A
                date: 2024-01-01
                time: 10:30:00
                mode: 0644
                yes: yes
                anchor: &a {x: 1}
                alias: *a
                merged: {<<: *a, y: 2}
                tab: value\t
                """).objects().getFirst();

        assertThat(object.path("date").asString()).isEqualTo("2024-01-01");
        assertThat(object.path("time").asString()).isEqualTo("10:30:00");
        assertThat(object.path("mode").asInt()).isEqualTo(0644);
        assertThat(object.path("alias").path("x").asInt()).isEqualTo(1);
        assertThat(object.path("merged").path("x").asInt()).isEqualTo(1);
        assertThat(object.path("tab").asString()).isEqualTo("value");
    }

    @Test
    void tellsWhatIsBrokenAndKeepsWhatCameBefore() {
        Manifests.Reading reading = Manifests.read("kind: A\n---\nkind: [B\n---\nkind: C\n");

        assertThat(reading.objects()).hasSize(1);
        assertThat(reading.problems())
                .singleElement()
                .asString()
                .startsWith("Document 2: ")
                .contains("line ");
    }

    @Test
    void refusesBombsRingsAndTooDeepNesting() {
        String bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n"
                + "bcdefghi"
                        .chars()
                        .mapToObj(c -> "%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n"
                                .formatted(c, c, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1, c - 1))
                        .reduce("", String::concat)
                + "kind: A\n";

        assertThat(Manifests.read(bomb).problems()).hasSize(1);
        assertThat(Manifests.read("kind: A\nring: &r [*r]\n").problems()).hasSize(1);
        assertThat(Manifests.read("kind: A\ndeep: " + "[".repeat(5_000) + "]".repeat(5_000))
                        .problems())
                .hasSize(1);
        assertThat(Manifests.read("{\"kind\": \"A\", \"deep\": " + "[".repeat(5_000) + "]".repeat(5_000) + "}")
                        .problems())
                .hasSize(1);
        assertThat(Manifests.read("#".repeat(Manifests.MOST_CHARACTERS + 1)).problems())
                .hasSize(1);
    }
}
