package dev.breakwater.sensor.watch.live;

import dev.breakwater.contracts.v1.Sight;
import dev.breakwater.contracts.v1.SourceKind;
import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.engine.model.ObjectKind;
import dev.breakwater.sensor.facts.Declarations;
import dev.breakwater.sensor.facts.FactStore;
import dev.breakwater.sensor.facts.KindSight;
import dev.breakwater.sensor.facts.SourceProblem;
import dev.breakwater.sensor.facts.SourceStatus;
import dev.breakwater.sensor.link.Source;
import dev.breakwater.sensor.watch.DeclaredPolicies;
import dev.breakwater.sensor.watch.ObjectTranslator;
import dev.breakwater.sensor.watch.OwnerIndex;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cluster's API as a source. The APIs are first read one after the other, which bounds the memory that pages take. */
public final class LiveSource implements Source, Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSource.class);
    private static final long CHECK_MILLIS = 5_000;
    private static final int RETRIES = 3;
    private static final Duration IDENTIFY_AGAIN = Duration.ofMinutes(1);
    private static final int MOST_CAUSES = 10;

    private final KubernetesClient client;
    private final FactStore facts;
    private final SourceStatus status = new SourceStatus();
    private final Declarations declarations = new Declarations();
    private final LiveObjects objects;
    private final List<ApiWatch> watches;
    private final PolicyStore policies = new PolicyStore();
    private final ApiWatch policyWatch;
    private final InstantSource clock;
    private Instant identifyAgain = Instant.MIN;
    private volatile String kubernetesVersion = "";
    private volatile String clusterUid = "";

    LiveSource(String cluster, KubernetesClient client, SecretGuard guard, FactStore facts, InstantSource clock) {
        this.client = client;
        this.facts = facts;
        this.clock = clock;
        OwnerIndex owners = new OwnerIndex();
        this.objects = new LiveObjects(facts, owners, new ObjectTranslator(cluster, guard, owners));
        this.watches = WatchedApi.ALL.stream()
                .map(api -> new ApiWatch(api, client, objects, clock))
                .toList();
        this.policyWatch = new ApiWatch(WatchedApi.SECURITY_POLICIES, client, policies, clock, this::servesPolicies);
    }

    /** Where the kind was never installed, an account without rights is refused all the same. */
    private boolean servesPolicies() {
        try {
            return client.hasApiGroup(DeclaredPolicies.GROUP, true);
        } catch (KubernetesClientException e) {
            return true;
        }
    }

    /**
     * Opens the API of a kubeconfig.
     *
     * @param kubeconfig {@code null} = the cluster that this process runs in, or that of {@code KUBECONFIG}
     * @param context {@code null} = the kubeconfig's current one
     * @throws IOException if the kubeconfig cannot be used
     */
    public static LiveSource open(
            String cluster, @Nullable Path kubeconfig, @Nullable String context, SecretGuard guard, FactStore facts)
            throws IOException {
        return new LiveSource(cluster, client(kubeconfig, context, RETRIES), guard, facts, InstantSource.system());
    }

    /**
     * A client of a kubeconfig's API.
     *
     * @param retries how often it tries again by itself
     * @throws IOException if the kubeconfig cannot be used
     */
    public static KubernetesClient client(@Nullable Path kubeconfig, @Nullable String context, int retries)
            throws IOException {
        try {
            Config config = kubeconfig == null
                    ? Config.autoConfigure(context)
                    : Config.fromKubeconfig(context, kubeconfig.toFile());
            config.setRequestRetryBackoffLimit(retries);
            return new KubernetesClientBuilder().withConfig(config).build();
        } catch (KubernetesClientException | IllegalArgumentException e) {
            throw new IOException("kubeconfig " + kubeconfig + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** Watches until interrupted. */
    @Override
    public void run() {
        try (client) {
            while (!Thread.currentThread().isInterrupted()) {
                step();
                Thread.sleep(CHECK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            watches.forEach(ApiWatch::close);
            policyWatch.close();
        }
    }

    /** What is due now. */
    void step() throws InterruptedException {
        if (identify()) {
            check();
        }
    }

    /**
     * Finds out which cluster this is; answers whether it was ever reached. An account that may not read the uid is asked for it now and
     * then: the right may come.
     */
    private boolean identify() {
        boolean identified = !kubernetesVersion.isEmpty() && !clusterUid.isEmpty();
        if (identified || clock.instant().isBefore(identifyAgain)) {
            return true;
        }
        try {
            kubernetesVersion = client.getKubernetesVersion().getGitVersion();
            @Nullable
            Namespace system = client.namespaces().withName("kube-system").get();
            clusterUid = system == null ? "" : system.getMetadata().getUid();
        } catch (KubernetesClientException e) {
            if (kubernetesVersion.isEmpty()) {
                unreachable(e);
                return false;
            }
            if (identifyAgain == Instant.MIN) {
                LOG.warn(
                        "the uid of this cluster cannot be read: get on the namespace kube-system code={}",
                        e.getCode());
            }
        }
        identifyAgain = clock.instant().plus(IDENTIFY_AGAIN);
        return true;
    }

    /** The deepest cause: the client itself says of many that an error has occurred. */
    private static String reason(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause.getCause() != null && i < MOST_CAUSES; i++) {
            cause = cause.getCause();
        }
        @Nullable String message = cause.getMessage();
        return cause == thrown && message != null
                ? message
                : cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
    }

    private void unreachable(KubernetesClientException why) {
        String detail = "the Kubernetes API cannot be reached: " + reason(why);
        Map<ObjectKind, KindSight> sights = new LinkedHashMap<>();
        for (ObjectKind kind : ObjectKind.values()) {
            sights.put(kind, new KindSight(Sight.SIGHT_FAILED, detail));
        }
        SourceProblem problem = new SourceProblem("Kubernetes API", 0, detail);
        if (!status.problems().equals(List.of(problem))) {
            LOG.warn(detail);
        }
        declarations.unknown();
        status.problems(List.of(problem));
        status.report(sights);
    }

    /** Starts what is due and reports what can be seen. */
    void check() throws InterruptedException {
        Map<ObjectKind, KindSight> sights = new LinkedHashMap<>();
        List<SourceProblem> problems = new ArrayList<>();
        for (ApiWatch watch : watches) {
            KindSight sight = watch.check();
            for (ObjectKind kind : watch.api().kinds()) {
                sights.merge(kind, sight, LiveSource::worse);
            }
            if (!sight.equals(KindSight.SEEN)) {
                problems.add(new SourceProblem(watch.api().name(), 0, sight.detail()));
            }
        }
        checkPolicies()
                .ifPresent(detail -> problems.add(new SourceProblem(WatchedApi.SECURITY_POLICIES.name(), 0, detail)));
        objects.problems().forEach((where, detail) -> problems.add(new SourceProblem(where, 0, detail)));
        status.problems(problems);
        status.report(sights);
    }

    /** What stands in the way of reading the declared policies. */
    private Optional<String> checkPolicies() throws InterruptedException {
        KindSight sight = policyWatch.check();
        return switch (sight.sight()) {
            case SIGHT_SEEN -> {
                declarations.report(policies.told());
                yield DeclaredPolicies.excess(policies.size());
            }
            case SIGHT_NOT_SERVED, SIGHT_OUT_OF_SIGHT -> {
                declarations.report(new Declarations.Told(List.of(), false));
                yield Optional.empty();
            }
            case SIGHT_FORBIDDEN, SIGHT_FAILED, SIGHT_UNSPECIFIED, UNRECOGNIZED -> {
                declarations.unknown();
                yield Optional.of(sight.detail());
            }
        };
    }

    /**
     * What two APIs of one kind come to: only what is seen everywhere is seen. An API that is not served takes nothing
     * away from the others.
     */
    static KindSight worse(KindSight one, KindSight other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(KindSight sight) {
        return switch (sight.sight()) {
            case SIGHT_NOT_SERVED -> 0;
            case SIGHT_OUT_OF_SIGHT -> 1;
            case SIGHT_SEEN -> 2;
            case SIGHT_FORBIDDEN -> 3;
            case SIGHT_FAILED, SIGHT_UNSPECIFIED, UNRECOGNIZED -> 4;
        };
    }

    @Override
    public FactStore facts() {
        return facts;
    }

    @Override
    public SourceStatus status() {
        return status;
    }

    @Override
    public Declarations declarations() {
        return declarations;
    }

    @Override
    public SourceKind kind() {
        return SourceKind.SOURCE_KIND_LIVE;
    }

    @Override
    public String kubernetesVersion() {
        return kubernetesVersion;
    }

    @Override
    public String clusterUid() {
        return clusterUid;
    }
}
