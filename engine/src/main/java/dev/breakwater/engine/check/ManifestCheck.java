package dev.breakwater.engine.check;

import dev.breakwater.engine.assembly.Assembler;
import dev.breakwater.engine.assembly.ResourceAssembler;
import dev.breakwater.engine.kubernetes.KubernetesTranslation;
import dev.breakwater.engine.kubernetes.PlainObjects;
import dev.breakwater.engine.kubernetes.SecretGuard;
import dev.breakwater.engine.model.ClusterObject;
import dev.breakwater.engine.model.Resource;
import dev.breakwater.engine.model.Workload;
import dev.breakwater.engine.model.WorkloadSpec;
import dev.breakwater.engine.policy.CompiledPolicies;
import dev.breakwater.engine.policy.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Judges a set of manifests by deploy policies: each workload, and each other object. What the set cannot show is unknown,
 * unless it is said to be the whole: then what is not in it is not there. Pure; takes objects as {@code Manifests} reads
 * them.
 */
public final class ManifestCheck {

    /** What it means that an object is not in the set. */
    public enum Absence {
        /** It may be in the cluster all the same. */
        IS_UNKNOWN,
        /** There is none: the set is all there is. */
        IS_A_FACT
    }

    /**
     * What the policies say of one object.
     *
     * @param index its place among the objects given, from 0
     * @param workload what was judged, with what the set or the cluster says of it; {@code null} if it is no workload
     * @param verdicts of every policy that is about such objects, in the order of the policies
     */
    public record Judged(
            int index,
            String kind,
            String namespace,
            String name,
            @Nullable Workload workload,
            List<Verdict> verdicts) {

        public Judged {
            verdicts = List.copyOf(verdicts);
        }
    }

    /**
     * All of it.
     *
     * @param unreadable the places of objects that make pods and could not be read, each with why
     */
    public record Report(List<Judged> judged, List<Unreadable> unreadable) {

        public Report {
            judged = List.copyOf(judged);
            unreadable = List.copyOf(unreadable);
        }
    }

    /** An object that was not judged, or not as a whole: it must not be taken for one in which nothing is wrong. */
    public record Unreadable(int index, String why) {}

    private final CompiledPolicies policies;
    private final SecretGuard guard;
    private final ObjectsWithoutFacts others;
    private final PlainObjects plain;
    private final Absence absence;
    private final Assembler assembler = new Assembler();

    /**
     * @param guard asked for every text that might be a secret
     * @param absence what it means that an object is not in the set
     */
    public ManifestCheck(CompiledPolicies policies, SecretGuard guard, Absence absence) {
        this.policies = policies;
        this.guard = guard;
        this.others = new ObjectsWithoutFacts(guard);
        this.plain = new PlainObjects(guard);
        this.absence = absence;
    }

    /** Judges objects that are for no cluster in particular. */
    public Report check(List<JsonNode> given, Instant asOf) {
        return check("", given, asOf);
    }

    /**
     * Judges objects.
     *
     * @param cluster the name of the cluster that they are for, as scopes of policies read it
     */
    public Report check(String cluster, List<JsonNode> given, Instant asOf) {
        return check(cluster, given, KnownCluster.Source.NONE, () -> {}, asOf);
    }

    /**
     * Judges objects with what is known of their cluster beside them.
     *
     * @param cluster the name of the cluster that they are for, as scopes of policies read it
     * @param source asked for what surrounds them in the cluster
     * @param beforeEach run before each object is judged; what it throws ends the check
     */
    public Report check(
            String cluster, List<JsonNode> given, KnownCluster.Source source, Runnable beforeEach, Instant asOf) {
        List<JsonNode> objects = given.stream().map(plain::named).toList();
        KubernetesTranslation translation = new KubernetesTranslation(guard, ManifestOwners.of(objects));
        List<List<ClusterObject>> facts = new ToldByPods(translation).facts(objects);
        List<ClusterObject> all = facts.stream().flatMap(List::stream).toList();
        KnownCluster known = all.isEmpty() ? KnownCluster.NONE : source.around(all);
        ManifestSet set = new ManifestSet(cluster, all, absence, known);
        ResourceAssembler resources = new ResourceAssembler(set.neighbours());
        List<Judged> judged = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            int index = i;
            beforeEach.run();
            translation.problem(objects.get(i)).ifPresent(why -> unreadable.add(new Unreadable(index, why)));
            translation
                    .gap(objects.get(i))
                    .filter(gap -> !facts.get(index).isEmpty())
                    .ifPresent(gap -> unreadable.add(
                            new Unreadable(index, "is not whole: " + gap + ", so little of it can be judged")));
            for (ClusterObject fact : facts.get(i)) {
                judged.add(judge(i, objects.get(i), fact, set, resources, asOf));
            }
            if (facts.get(i).isEmpty()) {
                others.of(objects.get(i))
                        .ifPresent(resource ->
                                judged.add(judged(index, resource.withFields(plain.fields(objects.get(index))), asOf)));
            }
        }
        return new Report(judged, unreadable);
    }

    private Judged judge(
            int index,
            JsonNode object,
            ClusterObject fact,
            ManifestSet set,
            ResourceAssembler resources,
            Instant asOf) {
        if (!(fact instanceof WorkloadSpec spec)) {
            return judged(index, resources.assemble(fact).withFields(plain.fields(object)), asOf);
        }
        List<Verdict> verdicts = new PartialJudge(policies, set, spec, asOf).verdicts();
        Workload workload = assembler.assemble(spec, set.asFarAsItShows(spec));
        Resource asObject =
                new Resource("", spec.meta(), spec.kindName(), new Resource.Other()).withFields(plain.fields(object));
        return new Judged(
                index,
                spec.kindName(),
                spec.meta().namespace(),
                spec.meta().name(),
                workload,
                Stream.concat(verdicts.stream(), policies.judge(asObject, asOf).stream())
                        .toList());
    }

    private Judged judged(int index, Resource resource, Instant asOf) {
        return new Judged(
                index,
                resource.kind(),
                resource.meta().namespace(),
                resource.meta().name(),
                null,
                policies.judge(resource, asOf));
    }
}
