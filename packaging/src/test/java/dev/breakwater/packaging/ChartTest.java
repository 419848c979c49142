package dev.breakwater.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What both charts take in and how they answer. */
class ChartTest {

    static Stream<Arguments> cases() {
        return Stream.of(Chart.values())
                .flatMap(chart -> chart.cases().stream().map(values -> Arguments.of(chart, values)));
    }

    @ParameterizedTest
    @EnumSource
    void passTheLint(Chart chart) {
        LintResult lint = chart.lint();
        assertThat(lint.isFailed()).as(lint.getMessages().toString()).isFalse();
        assertThat(lint.getMessages()).noneMatch(message -> message.startsWith("[WARNING]"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void renderOnOldAndNewClusters(Chart chart, Path values) {
        for (String version : List.of(Chart.OLD, Chart.NEW)) {
            assertThat(chart.objects(values, version)).hasSizeGreaterThan(4).allSatisfy(object -> {
                boolean kind = object.path("kind").asString().equals("CustomResourceDefinition");
                assertThat(object.path("metadata").path("name").asString())
                        .matches(kind ? "[a-z]+\\.breakwater\\.dev" : "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
                assertThat(object.path("metadata")
                                .path("labels")
                                .path("app.kubernetes.io/part-of")
                                .asString())
                        .isEqualTo("breakwater");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void refuseValuesThatTheyDoNotKnow(Chart chart) {
        Path values = chart.values("minimal");
        for (String unknown : List.of("imagge.tag", "image.tagg", "resources.limit.memory", "networkPolicy.enable")) {
            assertThatThrownBy(() -> chart.template(values, Chart.NEW, Map.of(unknown, "x")))
                    .as(unknown)
                    .hasMessageContaining("schema");
        }
        assertThatThrownBy(() -> chart.template(values, Chart.NEW, Map.of("image.digest", "latest")))
                .hasMessageContaining("digest");
        assertThatThrownBy(() -> chart.template(values, Chart.NEW, Map.of("image.pullPolicy", "Sometimes")))
                .hasMessageContaining("pullPolicy");
    }

    @ParameterizedTest
    @EnumSource
    void documentEveryValueLineByLine(Chart chart) throws IOException {
        List<String> lines = Files.readAllLines(chart.folder().resolve("values.yaml"));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean leaf = line.matches(" *[A-Za-z]+: .+") || line.matches(" *[A-Za-z]+: *[>|]-?");
            // The security contexts are documented as wholes.
            if (leaf && !inContext(lines, i)) {
                assertThat(lines.get(i - 1)).as("line above '" + line + "'").matches(" *# .*");
            }
        }
    }

    private static boolean inContext(List<String> lines, int at) {
        int i = at;
        while (lines.get(i).startsWith(" ")) {
            i--;
        }
        return lines.get(i).matches("(podS|s)ecurityContext:");
    }

    @Test
    void sayInWordsWhatIsMissing() {
        Path sensor = Chart.SENSOR.values("minimal");
        Path central = Chart.CENTRAL.values("minimal");
        refused(Chart.SENSOR, sensor, "central.address", "", "central.address is missing: host:port");
        refused(Chart.SENSOR, sensor, "cluster.name", "", "cluster.name is missing");
        refused(Chart.SENSOR, sensor, "node.enabled", "true", "node.url is missing");
        refused(Chart.SENSOR, sensor, "enrolment.existingSecret", "mine", "give one");
        refused(Chart.CENTRAL, central, "masterKey.value", "", "openssl rand -base64 32");
        refused(Chart.CENTRAL, central, "link.address", "", "link.address is missing");
        refused(Chart.CENTRAL, central, "database.url", "", "database.url is missing");
        refused(Chart.CENTRAL, central, "ingress.enabled", "true", "ingress.host is missing");
        refused(Chart.CENTRAL, central, "serviceMonitor.enabled", "true", "serviceMonitor.existingSecret is missing");
    }

    private static void refused(Chart chart, Path values, String name, String value, String words) {
        assertThatThrownBy(() -> chart.template(values, Chart.NEW, Map.of(name, value)))
                .as(name)
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @EnumSource
    void pinImagesByDigestAndTakeThemFromOneRegistry(Chart chart) {
        assertThat(chart.template(chart.values("everything"), Chart.NEW, Map.of()))
                .containsPattern("image: registry\\.example\\.com/mirror/breakwater/[a-z]+@sha256:[0-9a-f]{64}\n")
                .contains("- name: global-pull", "- name: pull");
        assertThat(chart.template(chart.values("minimal"), Chart.NEW, Map.of("image.tag", "9.9.9")))
                .containsPattern("image: ghcr\\.io/breakwater/[a-z]+:9\\.9\\.9\n");
    }

    @Test
    void makesNoSecretWhereOneIsNamed() {
        for (Chart chart : Chart.values()) {
            assertThat(chart.template(chart.values("secret"), Chart.NEW, Map.of()))
                    .doesNotContain("kind: Secret");
        }
    }

    @ParameterizedTest
    @EnumSource
    void useTheVersionsOfTheClusterAndOnlyWhatItKnows(Chart chart) {
        Path everything = chart.values("everything");
        assertThat(chart.template(everything, Chart.OLD, Map.of())).contains("apiVersion: policy/v1beta1\n");
        assertThat(chart.template(everything, Chart.NEW, Map.of())).contains("apiVersion: policy/v1\n");
        assertThat(chart.template(everything, Chart.NEW, Map.of("monitoring.assumeServed", "false")))
                .doesNotContain("monitoring.coreos.com");
    }

    @ParameterizedTest
    @EnumSource
    void leadEveryAlertToARunbook(Chart chart) {
        List<String> alerts = chart.objects(chart.values("everything"), Chart.NEW).stream()
                .filter(object -> object.path("kind").asString().equals("PrometheusRule"))
                .flatMap(rule -> rule.path("spec").path("groups").path(0).path("rules").values().stream())
                .map(alert -> {
                    String name = alert.path("alert").asString();
                    assertThat(alert.path("annotations").path("runbook_url").asString())
                            .endsWith("/runbooks/" + name + ".md");
                    return name;
                })
                .toList();
        assertThat(alerts)
                .isNotEmpty()
                .allSatisfy(alert -> assertThat(
                                Chart.ROOT.resolve("docs/how-to/runbooks").resolve(alert + ".md"))
                        .exists());
    }
}
