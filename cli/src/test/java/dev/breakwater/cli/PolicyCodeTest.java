package dev.breakwater.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Policies in files: what the how-to shows is read, checked and tried as it says. */
class PolicyCodeTest {

    private static final Path HOW_TO = Path.of("../docs/how-to/policies-as-code.md");
    private static final Pattern BLOCK = Pattern.compile("`(policies/[\\w.]+)`:\n\n```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void write() throws IOException {
        Matcher blocks = BLOCK.matcher(Files.readString(HOW_TO));
        Files.createDirectories(folder.resolve("policies"));
        while (blocks.find()) {
            Files.writeString(folder.resolve(blocks.group(1)), blocks.group(2));
        }
        assertThat(folder.resolve("policies/shop.yaml")).exists();
        assertThat(folder.resolve("policies/shop.test.yaml")).exists();
    }

    @Test
    void findsNothingWrongInTheHowTo() {
        assertThat(run("policy", "lint", policies())).as(all()).isZero();
        assertThat(out.toString()).contains("1 policy, 0 problems");
        assertThat(run("policy", "test", policies())).as(all()).isZero();
        assertThat(out.toString()).contains("ok ", "an image from elsewhere", "2 tests, 0 failed");
    }

    @Test
    void namesFileLineFieldAndWhatIsAllowed() throws IOException {
        Path file = folder.resolve("policies/wrong.yaml");
        Files.writeString(
                file, Files.readString(folder.resolve("policies/shop.yaml")).replace("HIGH", "URGENT"));
        Files.copy(folder.resolve("policies/shop.yaml"), folder.resolve("policies/twice.yml"));

        assertThat(run("policy", "lint", policies())).isEqualTo(1);
        assertThat(out.toString())
                .contains(file + ":3: ", "/severity is 'URGENT'", "LOW, MEDIUM, HIGH, CRITICAL")
                .contains(
                        "twice.yml:1: ", "/id is '0192c9a0", "it is that of " + folder.resolve("policies/shop.yaml:1"));

        out.getBuffer().setLength(0);
        assertThat(run("policy", "lint", policies(), "-o", "json")).isEqualTo(1);
        JsonNode problem =
                JsonMapper.shared().readTree(out.toString()).get("problems").get(1);
        assertThat(problem.get("field").asString()).isEqualTo("/severity");
        assertThat(problem.get("line").asInt()).isEqualTo(3);
    }

    @Test
    void saysWhatWasExpectedAndWhatWasFound() throws IOException {
        Path test = folder.resolve("policies/shop.test.yaml");
        String written = Files.readString(test);
        Files.writeString(test, written.replace("expect: silent", "expect: fires"));
        assertThat(run("policy", "test", policies())).isEqualTo(1);
        assertThat(out.toString()).contains("FAILED", "expected fires, found silent", "2 tests, 1 failed");

        Files.writeString(test, written.replace("message: docker.io", "message: quay.io"));
        assertThat(run("policy", "test", policies())).isEqualTo(1);
        assertThat(out.toString()).contains("expected 'quay.io' in what it says", "docker.io");
    }

    @Test
    void asksOfFilesBesideTheTestAndOfBuiltInPolicies() throws IOException {
        Files.writeString(folder.resolve("policies/bad.manifest"), """
                apiVersion: v1
                kind: Pod
                metadata: {name: p, namespace: shop}
                spec:
                  containers:
                  - {name: c, image: "a:1", securityContext: {privileged: true}}
                """);
        Files.writeString(folder.resolve("policies/more.test.yaml"), """
                kind: PolicyTest
                policy: Privileged container
                expect: fires
                manifests: [bad.manifest]
                """);
        assertThat(run(
                        "policy",
                        "test",
                        folder.resolve("policies/more.test.yaml").toString()))
                .as(all())
                .isZero();
    }

    @Test
    void doesNotTakeWhatCannotBeReadForAPass() throws IOException {
        assertThat(run("policy", "lint", folder.resolve("none").toString())).isEqualTo(3);
        assertThat(run("policy", "lint")).isEqualTo(2);
        Path test = folder.resolve("policies/shop.test.yaml");
        String written = Files.readString(test);
        for (String wrong : new String[] {
            written.replace("expect: fires", "expect: fire"),
            written.replaceFirst("policy: .*", "policy: Nothing such"),
            written.replaceFirst("message:", "mesage:"),
            "kind: Deployment\nmetadata: {name: x}\n",
            "kind: [\n",
            ""
        }) {
            Files.writeString(test, wrong);
            assertThat(run("policy", "test", policies())).as(wrong).isEqualTo(3);
        }
        assertThat(err.toString()).contains("expect is 'fire'; allowed: fires, silent, unknown");
        Files.delete(test);
        assertThat(run("policy", "test", policies())).isEqualTo(3);
        assertThat(err.toString()).contains("no test file");
    }

    @Test
    void asksNoCentralThatIsNotNamed() {
        assertThat(run("policy", "diff", policies(), "--origin", "git:x")).isEqualTo(2);
        assertThat(run("policy", "apply", policies(), "--endpoint", "http://127.0.0.1:1"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--endpoint is missing", "--origin");
        assertThat(run("policy", "export")).isZero();
        assertThat(out.toString()).startsWith("---\nid: ").contains("name: Privileged container");
    }

    private String policies() {
        return folder.resolve("policies").toString();
    }

    private int run(String... arguments) {
        return Bwctl.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    private String all() {
        return out + "\n" + err;
    }
}
