package dev.breakwater.sensor.watch;

import dev.breakwater.contracts.WireException;
import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.kubernetes.Owner;
import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Pod;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.sensor.facts.Fact;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** From an object of one cluster to encoded facts. An object that breaks the translation is a problem, never an exception. */
public final class ObjectTranslator {

    private final String cluster;
    private final OwnerIndex owners;
    private final KubernetesTranslation translation;

    /**
     * @param cluster the name that ids are made of
     * @param owners filled by {@link #learnOwner}
     */
    public ObjectTranslator(String cluster, SecretGuard guard, OwnerIndex owners) {
        this.cluster = cluster;
        this.owners = owners;
        this.translation = new KubernetesTranslation(guard, owners);
    }

    /** Learns who controls the object; answers whether that is news. To be called before pods are translated. */
    public boolean learnOwner(JsonNode object) {
        String kind = object.path("kind").asString("");
        return OwnerIndex.BETWEEN.contains(kind)
                && owners.put(namespace(object), kind, name(object), KubernetesTranslation.controllerOf(object));
    }

    /** The controller of a pod that was not seen yet, so that its workload is not known for certain. */
    public Optional<Owner> unseenController(JsonNode pod) {
        return KubernetesTranslation.controllerOf(pod)
                .filter(owner -> OwnerIndex.BETWEEN.contains(owner.kind()))
                .filter(owner -> !owners.knows(owner, namespace(pod)));
    }

    /** The facts of an object; never fails. */
    public Translated translate(JsonNode object) {
        Instant createdAt = Instant.EPOCH;
        List<Fact> facts = new ArrayList<>();
        try {
            Optional<String> wrong = translation.problem(object);
            if (wrong.isPresent()) {
                return new Translated(facts, null, createdAt, describe(object) + " cannot be read: " + wrong.get());
            }
            @Nullable Fact told = null;
            for (ClusterObject fact : translation.translate(object)) {
                facts.add(Fact.of(cluster, fact));
                Instant created = fact.meta().createdAt();
                createdAt = created == null ? createdAt : created;
                if (fact instanceof Pod pod) {
                    told = toldBy(pod, object);
                }
            }
            String gap = translation
                    .gap(object)
                    .map(missing -> describe(object) + " is not whole: " + missing + ", so little of it can be judged")
                    .orElse(null);
            return new Translated(facts, told, createdAt, gap);
        } catch (WireException e) {
            return new Translated(facts, null, createdAt, describe(object) + " is not sent: " + e.getMessage());
        } catch (RuntimeException | StackOverflowError e) {
            // Only the type: a message may repeat what the object holds.
            return new Translated(
                    facts,
                    null,
                    createdAt,
                    describe(object) + " cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private @Nullable Fact toldBy(Pod pod, JsonNode object) {
        if (pod.ownerKind().equals("Pod") || KubernetesTranslation.isReadByItself(pod.ownerKind())) {
            return null;
        }
        WorkloadSpec workload = translation.fromPod(pod.ownerKind(), pod.ownerName(), object);
        return Fact.of(cluster, workload);
    }

    /** The namespace, {@code default} if it names none. */
    public static String namespace(JsonNode object) {
        String namespace = object.path("metadata").path("namespace").asString("");
        return namespace.isEmpty() ? "default" : namespace;
    }

    public static String name(JsonNode object) {
        return object.path("metadata").path("name").asString("");
    }

    private static String describe(JsonNode object) {
        String name = object.path("kind").asString("object") + " " + namespace(object) + "/" + name(object);
        return name.length() <= 200 ? name : name.substring(0, 200);
    }
}
