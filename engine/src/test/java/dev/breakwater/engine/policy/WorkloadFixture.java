package dev.breakwater.engine.policy;

import dev.breakwater.engine.model.Activity;
import dev.breakwater.engine.model.AppliedPolicies;
import dev.breakwater.engine.model.Exposure;
import dev.breakwater.engine.model.Grants;
import dev.breakwater.engine.model.ImageDetails;
import dev.breakwater.engine.model.LabelSelector;
import dev.breakwater.engine.model.ObjectKey;
import dev.breakwater.engine.model.ObjectMeta;
import dev.breakwater.engine.model.Observed;
import dev.breakwater.engine.model.PodTemplate;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.model.Text;
import dev.breakwater.engine.model.UnknownReason;
import dev.breakwater.engine.model.Volume;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A workload that breaks none of the built-in policies, to be spoiled in one point by each test. */
public final class WorkloadFixture {

    public static final String POD = "spec.template.spec";

    public String kindName = "Deployment";
    public String namespace = "shop";
    public String cluster = "prod";
    public Integer replicas = 2;
    public final Map<String, String> labels = new TreeMap<>(Map.of("owner", "team-a", "app", "web"));
    public final Map<String, Text> annotations = new TreeMap<>(Map.of("contact", Text.plain("team-a@example.com")));
    public String serviceAccount = "web";
    public boolean hostNetwork;
    public boolean hostPid;
    public boolean hostIpc;
    public boolean shareProcessNamespace;
    public Boolean hostUsers;
    public String runtimeClass = "";
    public final Map<String, String> sysctls = new TreeMap<>();
    public final List<Volume> volumes = new ArrayList<>();
    public final List<ContainerFixture> containers = new ArrayList<>();
    public Observed<Map<String, String>> namespaceLabels = Observed.known(Map.of("team", "a"));
    public Observed<List<Exposure>> exposures = Observed.known(List.of());
    public Observed<Grants> grants = Observed.known(new Grants(Grants.Level.NONE, List.of()));
    public Observed<AppliedPolicies> networkPolicies =
            Observed.known(new AppliedPolicies(List.of("in"), List.of("out")));
    public Observed<Boolean> tokenMounted = Observed.known(false);
    public Observed<Integer> runningReplicas = Observed.known(2);
    public Observed<Boolean> accountExists = Observed.known(true);
    public LabelSelector selector;
    public Activity activity =
            new Activity(Observed.known(List.of()), Observed.known(List.of()), Observed.known(List.of()));

    public static WorkloadFixture sound() {
        WorkloadFixture fixture = new WorkloadFixture();
        fixture.containers.add(ContainerFixture.sound("web", 0));
        return fixture;
    }

    /** The first container. */
    public ContainerFixture first() {
        return containers.getFirst();
    }

    /** One more sound container. */
    public ContainerFixture another(String name) {
        ContainerFixture container = ContainerFixture.sound(name, containers.size());
        containers.add(container);
        return container;
    }

    /** Why {@link #unseen} facts are unknown. */
    public static UnknownReason reason() {
        return UnknownReason.NOT_COLLECTED;
    }

    public static <T> Observed<T> unseen() {
        return Observed.unknown(UnknownReason.NOT_COLLECTED, "Nobody looked.");
    }

    public static Observed<Grants> granting(Grants.Level level, String namespace, String verb, String resource) {
        Role.Rule rule = new Role.Rule(List.of(""), List.of(resource), List.of(), List.of(verb), List.of());
        return Observed.known(new Grants(level, List.of(new Grants.Grant("RoleBinding b", "Role r", namespace, rule))));
    }

    public Workload build() {
        Map<String, ImageDetails> images = new HashMap<>();
        containers.forEach(container -> images.put(container.name, container.image()));
        PodTemplate template = new PodTemplate(
                POD,
                labels,
                Map.of(),
                serviceAccount,
                null,
                hostNetwork,
                hostPid,
                hostIpc,
                shareProcessNamespace,
                hostUsers,
                runtimeClass,
                "",
                "",
                Map.of(),
                sysctls,
                List.of(),
                volumes,
                containers.stream().map(ContainerFixture::build).toList());
        ObjectMeta meta = new ObjectMeta(namespace, "web", "", labels, annotations, null);
        return new Workload(
                ObjectKey.workloadId(cluster, namespace, kindName, "web"),
                cluster,
                new WorkloadSpec(meta, kindName, 1, replicas, selector, false, template),
                namespaceLabels,
                exposures,
                grants,
                networkPolicies,
                tokenMounted,
                images,
                unseen(),
                runningReplicas,
                accountExists);
    }
}
