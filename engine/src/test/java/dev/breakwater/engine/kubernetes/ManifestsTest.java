package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

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

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.objects()).extracting(o -> o.path("kind").asString()).containsExactly("A", "B", "D");
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
