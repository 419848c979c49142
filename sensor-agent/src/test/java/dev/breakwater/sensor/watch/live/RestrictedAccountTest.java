package dev.breakwater.sensor.watch.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.manifests.redaction.KeyedHash;
import dev.breakwater.manifests.redaction.RedactingGuard;
import dev.breakwater.sensor.facts.Declarations.Told;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.facts.SourceProblem;
import io.fabric8.kubernetes.client.ConfigBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A sensor whose account may read only some kinds. */
class RestrictedAccountTest {

    private Instant now = Instant.parse("2026-11-25T12:00:00Z");

    @Test
    void tellsWhatIsForbiddenAndSeesItWithinAMinuteOfBeingGranted() throws Exception {
        try (RestrictedApi api = new RestrictedApi();
                KubernetesClient client = client(api)) {
            LiveSource source = source(client);
            api.granted.add("pods");
            source.step();
            assertThat(source.status().isSettled()).isTrue();
            assertThat(source.status().kinds().get(ObjectKind.SECRET).sight()).isEqualTo(Sight.SIGHT_FORBIDDEN);
            assertThat(source.status().isComplete(ObjectKind.SECRET)).isFalse();
            assertThat(source.status().isComplete(ObjectKind.POD)).isTrue();

            api.granted.add("secrets");
            source.step();
            assertThat(source.status().isComplete(ObjectKind.SECRET)).isFalse();
            now = now.plus(Duration.ofMinutes(1));
            source.step();
            assertThat(source.status().isComplete(ObjectKind.SECRET)).isTrue();
        }
    }

    @Test
    void takesPoliciesThatItMayNotReadForUnknownAndAKindThatIsNotThereForNone() throws Exception {
        try (RestrictedApi api = new RestrictedApi();
                KubernetesClient client = client(api)) {
            LiveSource source = source(client);
            source.step();
            assertThat(source.declarations().told()).contains(new Told(List.of(), false));
            assertThat(source.status().problems()).noneMatch(RestrictedAccountTest::ofPolicies);

            api.groups.add("breakwater.dev");
            now = now.plus(Duration.ofMinutes(1));
            source.step();
            assertThat(source.declarations().told()).isEmpty();
            assertThat(source.status().problems()).anyMatch(RestrictedAccountTest::ofPolicies);

            api.granted.add("securitypolicies");
            now = now.plus(Duration.ofMinutes(1));
            source.step();
            assertThat(source.declarations().told()).contains(new Told(List.of(), false));
        }
    }

    private static boolean ofPolicies(SourceProblem problem) {
        return problem.where().equals("securitypolicies.breakwater.dev");
    }

    @Test
    void doesNotAskAgainAndAgainWhichClusterItIs() throws Exception {
        try (RestrictedApi api = new RestrictedApi();
                KubernetesClient client = client(api)) {
            LiveSource source = source(client);
            source.step();
            source.step();
            source.step();
            assertThat(Collections.frequency(api.requests, "/api/v1/namespaces/kube-system"))
                    .isOne();
            assertThat(source.kubernetesVersion()).isEqualTo("v1.20.2");
            assertThat(source.clusterUid()).isEmpty();

            now = now.plus(Duration.ofMinutes(1));
            source.step();
            assertThat(Collections.frequency(api.requests, "/api/v1/namespaces/kube-system"))
                    .isEqualTo(2);
        }
    }

    /** A list of 120 secrets with releases of Helm, 850 kB each, in one page, ended a sensor of 96 MB. */
    @Test
    void asksForFewSecretsAtOnceSinceEachMayBeLarge() throws Exception {
        try (RestrictedApi api = new RestrictedApi();
                KubernetesClient client = client(api)) {
            api.granted.add("secrets");
            api.granted.add("pods");
            source(client).step();
            assertThat(api.lists)
                    .hasSize(2)
                    .anyMatch(list -> list.contains("/secrets?limit=8"))
                    .anyMatch(list -> list.contains("/pods?limit=100"));
        }
    }

    private LiveSource source(KubernetesClient client) {
        return new LiveSource(
                "c1",
                client,
                new RedactingGuard(new KeyedHash(new byte[KeyedHash.KEY_BYTES])),
                new FactStore(100),
                () -> now);
    }

    private static KubernetesClient client(RestrictedApi api) {
        return new KubernetesClientBuilder()
                .withConfig(new ConfigBuilder()
                        .withMasterUrl(api.url())
                        .withRequestRetryBackoffLimit(0)
                        .build())
                .build();
    }
}
