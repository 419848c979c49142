package dev.breakwater.sensor.watch.live;

import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.sensor.facts.KindSight;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FilterWatchListDeletable;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.informers.SharedIndexInformer;
import io.fabric8.kubernetes.client.informers.cache.ItemStore;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watch of one API: finds the version that is served, follows it, and knows whether it can be seen. */
final class ApiWatch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ApiWatch.class);
    private static final long START_SECONDS = 60;
    private static final Duration RETRY = Duration.ofMinutes(1);
    private static final Duration LOST = Duration.ofSeconds(30);

    private final WatchedApi api;
    private final KubernetesClient client;
    private final ItemStore<GenericKubernetesResource> store;
    private final InstantSource clock;
    private final BooleanSupplier served;

    private @Nullable SharedIndexInformer<GenericKubernetesResource> informer;
    private volatile @Nullable Throwable failure;
    private KindSight sight = new KindSight(Sight.SIGHT_FAILED, "not read yet");
    private Instant tryAgain = Instant.MIN;
    private Instant lastWatching = Instant.MIN;

    ApiWatch(WatchedApi api, KubernetesClient client, LiveObjects objects, InstantSource clock) {
        this(api, client, store(api.versions().getFirst(), objects), clock, () -> true);
    }

    /** @param served whether an API that may not be listed is there at all; asked when a list was refused */
    ApiWatch(
            WatchedApi api,
            KubernetesClient client,
            ItemStore<GenericKubernetesResource> store,
            InstantSource clock,
            BooleanSupplier served) {
        this.api = api;
        this.client = client;
        this.store = store;
        this.clock = clock;
        this.served = served;
    }

    private static ApiStore store(ResourceDefinitionContext version, LiveObjects objects) {
        return new ApiStore(version.getKind(), version.isNamespaceScoped(), objects);
    }

    WatchedApi api() {
        return api;
    }

    /** Whether this API can be seen now; starts the watch, or starts it again, if that is due. */
    KindSight check() throws InterruptedException {
        KindSight before = sight;
        if (informer == null && !clock.instant().isBefore(tryAgain)) {
            sight = start();
        } else if (informer != null) {
            sight = follow(informer);
        }
        if (!sight.equals(before)) {
            LOG.info("api {} sight={} objects={} {}", api.name(), sight.sight(), store.size(), sight.detail());
        }
        return sight;
    }

    private KindSight start() throws InterruptedException {
        KindSight answer = notServed();
        for (ResourceDefinitionContext version : api.versions()) {
            answer = start(version);
            if (answer.sight() != Sight.SIGHT_NOT_SERVED) {
                break;
            }
        }
        if (informer == null) {
            tryAgain = clock.instant().plus(RETRY);
        }
        return answer;
    }

    private KindSight start(ResourceDefinitionContext version) throws InterruptedException {
        failure = null;
        SharedIndexInformer<GenericKubernetesResource> started = list(version)
                .withLimit(api.page())
                .runnableInformer(0)
                .removeNamespaceIndex()
                .itemStore(store)
                .exceptionHandler((running, thrown) -> {
                    failure = thrown;
                    return !isRefusal(thrown);
                });
        try {
            informer = started;
            started.start().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
            lastWatching = clock.instant();
            return KindSight.SEEN;
        } catch (ExecutionException e) {
            return stopped(started, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            // It goes on trying by itself.
            return failed(failure);
        }
    }

    private FilterWatchListDeletable<GenericKubernetesResource, ?, ?> list(ResourceDefinitionContext version) {
        var resources = client.genericKubernetesResources(version);
        var all = version.isNamespaceScoped() ? resources.inAnyNamespace() : resources;
        return api.selector().isEmpty() ? all : all.withLabelSelector(api.selector());
    }

    private KindSight follow(SharedIndexInformer<GenericKubernetesResource> running) {
        Instant now = clock.instant();
        if (!running.isRunning()) {
            tryAgain = now.plus(RETRY);
            return stopped(running, failure == null ? new IllegalStateException("the watch ended") : failure);
        }
        if (running.isWatching() && running.hasSynced()) {
            lastWatching = now;
            return KindSight.SEEN;
        }
        return sight.isComplete() && now.isBefore(lastWatching.plus(LOST)) ? sight : failed(failure);
    }

    private KindSight stopped(SharedIndexInformer<GenericKubernetesResource> ended, Throwable why) {
        ended.stop();
        informer = null;
        return switch (code(why)) {
            case HttpURLConnection.HTTP_NOT_FOUND -> notServed();
            case HttpURLConnection.HTTP_FORBIDDEN, HttpURLConnection.HTTP_UNAUTHORIZED ->
                served.getAsBoolean()
                        ? new KindSight(Sight.SIGHT_FORBIDDEN, "the sensor may not list " + api.name())
                        : notServed();
            default -> failed(why);
        };
    }

    private KindSight notServed() {
        return new KindSight(Sight.SIGHT_NOT_SERVED, api.name() + " is not served by this cluster");
    }

    private KindSight failed(@Nullable Throwable why) {
        String reason = why == null ? "the watch is interrupted" : String.valueOf(why.getMessage());
        return new KindSight(Sight.SIGHT_FAILED, api.name() + " cannot be read: " + reason);
    }

    private static boolean isRefusal(Throwable thrown) {
        int code = code(thrown);
        return code == HttpURLConnection.HTTP_NOT_FOUND
                || code == HttpURLConnection.HTTP_FORBIDDEN
                || code == HttpURLConnection.HTTP_UNAUTHORIZED;
    }

    private static int code(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int i = 0; cause != null && i < 10; i++, cause = cause.getCause()) {
            if (cause instanceof KubernetesClientException answer && answer.getCode() != 0) {
                return answer.getCode();
            }
        }
        return 0;
    }

    @Override
    public void close() {
        if (informer != null) {
            informer.stop();
        }
    }
}
