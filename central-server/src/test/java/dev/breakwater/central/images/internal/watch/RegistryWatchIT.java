package dev.breakwater.central.images.internal.watch;

import static dev.breakwater.central.testing.ClusterObjects.deployment;
import static dev.breakwater.central.testing.ClusterObjects.pod;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.breakwater.central.images.ImageWatch;
import dev.breakwater.central.images.ImageWatches;
import dev.breakwater.central.images.ImageWatches.Draft;
import dev.breakwater.central.images.ImageWatches.Newer;
import dev.breakwater.central.images.Registries;
import dev.breakwater.central.images.Registry.ScannedBy;
import dev.breakwater.central.images.RegistryDraft;
import dev.breakwater.central.images.Scan;
import dev.breakwater.central.images.Scans;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.testing.JudgingCentral;
import dev.breakwater.central.testing.RealRegistry;
import dev.breakwater.engine.model.Digest;
import dev.breakwater.engine.model.WorkloadSpec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Against a real registry. */
class RegistryWatchIT {

    @RegisterExtension
    static final JudgingCentral central = JudgingCentral.quiet();

    @Test
    void tellsOfNewerImagesOfTheSameSeriesAndWatchesWhatNobodyRuns(@TempDir Path folder) {
        try (RealRegistry registry = RealRegistry.start(folder)) {
            central.bean(Registries.class)
                    .create(new RegistryDraft(registry.host(), "", ScannedBy.CENTRAL, "", "", true, null));
            String running = push(registry, "shop/web", "1.2.0", "2026-01-01T00:00:00Z");
            push(registry, "shop/web", "1.3.1", "2026-05-01T00:00:00Z");
            push(registry, "shop/web", "2.0.0", "2026-05-20T00:00:00Z");
            registry.push("shop/web", "1.9.0", RealRegistry.debian(Map.of("bash", "1.2.0")), "2026-01-01T00:00:00Z");
            push(registry, "shop/other", "1.0.0", "2025-01-01T00:00:00Z");
            push(registry, "shop/other", "1.1.0", "2025-02-01T00:00:00Z");
            WorkloadSpec spec = deployment("watch", "web", registry.host() + "/shop/web:1.2.0", false);
            central.send(spec, pod(spec, "web-1", Digest.parse(running).orElseThrow()));
            ImageWatches watches = central.bean(ImageWatches.class);
            watches.create(new Draft(registry.host() + "/shop/other", "1.*", "used by a customer"));

            assertThat(central.bean(RegistryWatch.class).lookAtAll()).isEqualTo(2);
            assertThat(central.bean(RegistryWatch.class).lookAtAll())
                    .as("not again before its time")
                    .isZero();

            Newer newer = watches.newer(image(spec), AccessScope.EVERYTHING);
            assertThat(newer)
                    .isEqualTo(new Newer("1.2.0", "1.3.1", newer.digest(), Instant.parse("2026-05-01T00:00:00Z")));
            ImageWatches.Repository web = watches.repository(registry.host() + "/shop/web", AccessScope.EVERYTHING);
            assertThat(web.tags())
                    .extracting(ImageWatches.Tag::tag)
                    .containsExactly("2.0.0", "1.3.1", "1.2.0", "1.9.0");
            assertThat(web.tags().get(2).workloads()).isEqualTo(1);
            assertThatThrownBy(() -> watches.repository(
                            registry.host() + "/shop/other", AccessScope.ofNamespace(JudgingCentral.CLUSTER, "watch")))
                    .as("nobody there runs it")
                    .isInstanceOf(NotFound.class);
            assertThat(watches.list()).singleElement().satisfies(watch -> {
                assertThat(watch.workloads()).isZero();
                assertThat(watch.tagCount()).isEqualTo(2);
            });
            assertThat(stale(watches, "stale:yes"))
                    .containsExactly("shop/other:1.0.0 by 1.1.0", "shop/web:1.2.0 by 1.3.1", "shop/web:1.3.1 by 1.9.0");
            assertThat(stale(watches, "stale:yes running:yes")).containsExactly("shop/web:1.2.0 by 1.3.1");
            assertThat(stale(watches, "watched:yes running:no newer:>30d"))
                    .as("what people watch and nobody runs")
                    .containsExactly("shop/other:1.0.0 by 1.1.0");
            assertThat(watches.images(ListRequest.first(""), AccessScope.ofNamespace(JudgingCentral.CLUSTER, "watch"))
                            .items())
                    .as("what is in a registry is for who sees everything")
                    .isEmpty();
            ImageWatch watch = watches.list().getFirst();
            assertThat(watch.staleTags()).isEqualTo(1);
            assertThat(watches.update(watch.id(), new Draft(registry.host() + "/shop/other", "", "not scanned"))
                            .note())
                    .isEqualTo("not scanned");
            assertThatThrownBy(() -> watches.update(watch.id(), new Draft(registry.host() + "/shop/web", "", "")))
                    .isInstanceOf(InvalidRequest.class);
            assertThat(central.bean(Scans.class)
                            .list(ListRequest.first("image:*shop/other*"), AccessScope.EVERYTHING)
                            .items())
                    .extracting(Scan::cause)
                    .containsOnly("it is watched")
                    .hasSize(2);
        }
    }

    private static List<String> stale(ImageWatches watches, String q) {
        return watches.images(ListRequest.first(q), AccessScope.EVERYTHING).items().stream()
                .map(image -> image.repository() + ":" + image.tag() + " by " + image.newerTag())
                .toList();
    }

    private static String push(RealRegistry registry, String repository, String tag, String created) {
        return registry.push(repository, tag, RealRegistry.debian(Map.of("bash", tag)), created);
    }

    private static UUID image(WorkloadSpec spec) {
        return central.jdbc()
                .sql("select image_id from workload_images where workload_id = ?")
                .param(JudgingCentral.idOf(spec))
                .query(UUID.class)
                .single();
    }
}
