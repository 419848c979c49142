package dev.breakwater.engine.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.model.ClusterObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ShapesTest {

    private final KubernetesTranslation translation = new KubernetesTranslation(Translated.OPEN, Owners.NONE);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apps/v1  | Deployment  | spec: nope                                              | spec is a text, not an object
            apps/v1  | Deployment  | spec: [a]                                               | spec is a list, not an object
            apps/v1  | Deployment  | spec: {template: 5}                                     | spec.template is a number, not an object
            apps/v1  | StatefulSet | spec: {template: {spec: true}}                          | spec.template.spec is true or false, not an object
            apps/v1  | DaemonSet   | spec: {template: {spec: {containers: {name: a}}}}       | spec.template.spec.containers is an object, not a list
            apps/v1  | Deployment  | spec: {template: {spec: {containers: [{name: a}, b]}}}  | spec.template.spec.containers[1] is a text, not an object
            apps/v1  | Deployment  | spec: {template: {spec: {containers: [{name: a}], initContainers: x}}} | spec.template.spec.initContainers is a text, not a list
            batch/v1 | CronJob     | spec: {jobTemplate: x}                                  | spec.jobTemplate is a text, not an object
            v1       | Pod         | spec: nope                                              | spec is a text, not an object
            v1       | Pod         | spec: {containers: nope}                                | spec.containers is a text, not a list
            argoproj.io/v1alpha1 | Rollout | spec: nope                                      | spec is a text, not an object
            example.com/v1 | Farm | spec: {template: {spec: {containers: [{name: a}, b]}}}   | spec.template.spec.containers[1] is a text, not an object
            """)
    void takesNothingForAWorkloadWhoseContainersCannotBeFound(
            String apiVersion, String kind, String spec, String expected) {
        JsonNode object = object(apiVersion, kind, spec);

        assertThat(translation.problem(object)).hasValue(expected);
        assertThat(translation.translate(object)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apps/v1              | Deployment | spec: {template: {spec: {containers: [{name: a}]}}}
            argoproj.io/v1alpha1 | Rollout    | spec: {workloadRef: {kind: Deployment, name: a}}
            v1                   | Pod        | spec: {containers: [{name: a}]}
            """)
    void takesTheOthersAsTheyAre(String apiVersion, String kind, String spec) {
        JsonNode object = object(apiVersion, kind, spec);

        assertThat(translation.problem(object)).isEmpty();
        assertThat(translation.translate(object))
                .extracting(ClusterObject::kindName)
                .isEqualTo(List.of(kind));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            apps/v1  | Deployment | spec: {template: {spec: {containers: []}}} | spec.template.spec.containers is empty
            apps/v1  | Deployment | other: {}                                  | spec is missing
            batch/v1 | CronJob    | spec: {jobTemplate: {spec: {}}}            | spec.jobTemplate.spec.template is missing
            """)
    void takesAPartOfAManifestAndSaysWhatIsMissing(String apiVersion, String kind, String spec, String expected) {
        JsonNode object = object(apiVersion, kind, spec);

        assertThat(translation.problem(object)).isEmpty();
        assertThat(translation.gap(object)).hasValue(expected);
        assertThat(translation.translate(object)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v1             | ConfigMap | data: nope
            example.com/v1 | Farm      | spec: {template: x}
            """)
    void makesNoProblemOfWhatMakesNoPods(String apiVersion, String kind, String spec) {
        assertThat(translation.problem(object(apiVersion, kind, spec))).isEmpty();
    }

    @Test
    void leavesWhatAWorkloadControlsToIt() {
        JsonNode object = object(
                "apps/v1",
                "ReplicaSet",
                "spec: nope\nmetadata: {name: odd, ownerReferences:"
                        + " [{apiVersion: apps/v1, kind: Deployment, name: web, controller: true}]}");

        assertThat(translation.problem(object)).isEmpty();
    }

    private static JsonNode object(String apiVersion, String kind, String rest) {
        String name = rest.contains("metadata:") ? "" : "metadata: {name: odd}\n";
        return Manifests.read("apiVersion: " + apiVersion + "\nkind: " + kind + "\n" + name + rest + "\n")
                .objects()
                .getFirst();
    }
}
