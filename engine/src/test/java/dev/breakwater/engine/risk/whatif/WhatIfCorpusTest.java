package dev.breakwater.engine.risk.whatif;

import static dev.breakwater.engine.risk.whatif.WhatIfFixtures.WHAT_IF;
import static org.assertj.core.api.Assertions.assertThat;

import dev.breakwater.engine.assembly.Surroundings;
import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.kubernetes.Manifests;
import dev.breakwater.engine.kubernetes.OpenGuard;
import dev.breakwater.engine.kubernetes.Owners;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Ingress;
import dev.breakwater.engine.model.NetworkPolicy;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.RoleBinding;
import dev.breakwater.engine.model.Service;
import dev.breakwater.engine.model.ServiceAccount;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.risk.Reason;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskFixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What-if over real manifests: a part of them, spread evenly. */
class WhatIfCorpusTest {

    private static final int EVERY = 12;

    private final KubernetesTranslation translation = new KubernetesTranslation(OpenGuard.OPEN, Owners.NONE);

    @Test
    void everyReasonOfARealWorkloadHasItsShareAndEveryViolationAWayOut() throws IOException {
        List<Question> questions = questions();
        for (Question question : questions) {
            List<Drop> drops = WHAT_IF.drops(question);
            RiskAssessment before = WHAT_IF.apply(question, List.of()).before();

            double shares = before.reasons().stream().mapToDouble(Reason::share).sum();
            assertThat(shares).isEqualTo(before.score() > 1 ? 1.0 : 0.0);
            assertThat(drops.stream().map(d -> d.reason().id()))
                    .containsAll(before.reasons().stream()
                            .filter(r -> r.kind().equals("violation"))
                            .map(Reason::id)
                            .toList());
            assertThat(drops)
                    .filteredOn(d -> d.reason().kind().equals("violation"))
                    .allMatch(d -> d.drop() >= 0);
        }
        assertThat(questions).hasSizeGreaterThan(40);
    }

    private List<Question> questions() throws IOException {
        String corpus = System.getenv("BREAKWATER_CORPUS");
        Assumptions.assumeTrue(corpus != null, "BREAKWATER_CORPUS is not set: no manifests to read");
        try (Stream<Path> files = Files.walk(Path.of(String.valueOf(corpus), "manifests"))) {
            List<Question> all = files.filter(f -> f.toString().matches(".*\\.(ya?ml|json)"))
                    .sorted()
                    .flatMap(this::questionsOf)
                    .toList();
            return Stream.iterate(0, i -> i < all.size(), i -> i + EVERY)
                    .map(all::get)
                    .toList();
        }
    }

    private Stream<Question> questionsOf(Path file) {
        try {
            List<ClusterObject> objects = Manifests.read(Files.readString(file)).objects().stream()
                    .flatMap(o -> translation.translate(o).stream())
                    .toList();
            return only(WorkloadSpec.class, objects)
                    .map(spec -> Question.of(spec, around(spec, objects), RiskFixtures.NOW));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Surroundings around(WorkloadSpec spec, List<ClusterObject> objects) {
        Optional<ServiceAccount> account = only(ServiceAccount.class, objects)
                .filter(a -> a.meta().name().equals(spec.template().serviceAccount()))
                .findFirst();
        return new Surroundings(
                "corpus",
                Observed.known(Optional.empty()),
                Observed.known(only(Service.class, objects).toList()),
                Observed.known(List.of()),
                Observed.known(only(Ingress.class, objects).toList()),
                Observed.known(only(NetworkPolicy.class, objects).toList()),
                Observed.known(account),
                Observed.known(only(RoleBinding.class, objects).toList()),
                Observed.known(only(Role.class, objects).toList()),
                Observed.unknown(UnknownReason.OUT_OF_SIGHT, "A folder has no pods."),
                Map.of());
    }

    private static <T> Stream<T> only(Class<T> type, List<ClusterObject> objects) {
        return objects.stream().filter(type::isInstance).map(type::cast);
    }
}
