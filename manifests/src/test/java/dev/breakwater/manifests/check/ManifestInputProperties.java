package dev.breakwater.manifests.check;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

/** Whatever is given for manifests is read, or what could not be read is named; nothing is thrown, and nothing grows. */
class ManifestInputProperties {

    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: web
              namespace: shop
            spec:
              template:
                spec:
                  containers:
                  - name: web
                    image: registry.example.com/web:1.2
                    securityContext: {privileged: true}
            ---
            apiVersion: v1
            kind: List
            items:
            - {apiVersion: v1, kind: Service, metadata: {name: web, namespace: shop}, spec: {ports: [{port: 80}]}}
            """;

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "a: ",
                        "- ",
                        "\n",
                        "  ",
                        "&x ",
                        "*x",
                        "<<: ",
                        "{",
                        "}",
                        "[",
                        "]",
                        "|",
                        ">",
                        "\"",
                        "'",
                        "---\n",
                        "...\n",
                        "!!int ",
                        "!x ",
                        "? ",
                        ": ",
                        "#",
                        "kind: Pod\n",
                        "kind: List\nitems:\n",
                        "\t",
                        "\u0000",
                        "\ufeff",
                        "0x1",
                        ".inf",
                        "~",
                        "%YAML 1.2\n",
                        "spec:\n  containers: 7\n")
                .list()
                .ofMaxSize(40)
                .map(all -> String.join("", all));
    }

    private static void isReadOrNamed(String text) {
        ManifestInput input = ManifestInput.of("given.yaml", text);
        assertThat(input.objects().size() + input.unreadable().size()).isLessThanOrEqualTo(text.length() + 1);
        assertThat(input.unreadable())
                .allSatisfy(one -> assertThat(one.problem()).isNotBlank());
    }

    @Property(tries = 3_000)
    void anyText(@ForAll @StringLength(max = 200) String text) {
        isReadOrNamed(text);
    }

    @Property(tries = 3_000)
    void whatLooksLikeYaml(@ForAll("pieces") String text) {
        isReadOrNamed(text);
    }

    @Property(tries = 2_000)
    void aDamagedManifest(
            @ForAll @IntRange(max = 400) int at, @ForAll @IntRange(max = 60) int cut, @ForAll("pieces") String piece) {
        int from = Math.min(at, MANIFEST.length());
        int to = Math.min(from + cut, MANIFEST.length());
        isReadOrNamed(MANIFEST.substring(0, from) + piece + MANIFEST.substring(to));
    }

    @Property(tries = 20)
    void aliasesDoNotMultiply(@ForAll @IntRange(min = 3, max = 12) int depth) {
        StringBuilder bomb = new StringBuilder("kind: Pod\na0: &a0 [x,x,x,x,x,x,x,x,x]\n");
        for (int i = 1; i <= depth; i++) {
            bomb.append("a%d: &a%d [*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d]\n"
                    .formatted(i, i, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1));
        }
        isReadOrNamed(bomb.toString());
    }

    @Property(tries = 20)
    void depthIsBounded(@ForAll @IntRange(min = 50, max = 50_000) int depth) {
        isReadOrNamed("kind: Pod\nspec: " + "[".repeat(depth) + "]".repeat(depth));
    }
}
