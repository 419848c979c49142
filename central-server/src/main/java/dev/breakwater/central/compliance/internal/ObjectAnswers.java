package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlResult.Sample;
import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.engine.compliance.Check;
import dev.breakwater.engine.compliance.Check.Subject;
import dev.breakwater.engine.compliance.CheckResult;
import dev.breakwater.engine.compliance.ClusterChecks;
import dev.breakwater.engine.compliance.HostComponents;
import dev.breakwater.engine.compliance.NodeChecks;
import dev.breakwater.engine.compliance.Sensitivity;
import dev.breakwater.engine.compliance.Tally;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What checks say of the objects of a cluster. */
@Component
class ObjectAnswers {

    /** The most objects of a check that are looked at for exceptions; whatever is beyond counts as failing. */
    private static final int MOST_EXCEPTED = 20_000;

    private final ClusterNodes nodes;
    private final ResourceAnswers resources;
    private final PlacementAnswers placement;
    private final HostAnswers hosts;
    private final ClusterAnswers clusters;
    private final WorkloadTallies workloads;
    private final WorkloadSamples workloadSamples;
    private final Excepted excepted;
    private final MachineAnswers machines;
    private final CheckCatalogue catalogue;
    private final Clock clock;

    ObjectAnswers(
            ClusterNodes nodes,
            ResourceAnswers resources,
            PlacementAnswers placement,
            HostAnswers hosts,
            ClusterAnswers clusters,
            WorkloadTallies workloads,
            WorkloadSamples workloadSamples,
            Excepted excepted,
            MachineAnswers machines,
            CheckCatalogue catalogue,
            Clock clock) {
        this.nodes = nodes;
        this.resources = resources;
        this.placement = placement;
        this.hosts = hosts;
        this.clusters = clusters;
        this.workloads = workloads;
        this.workloadSamples = workloadSamples;
        this.excepted = excepted;
        this.machines = machines;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** Differs as soon as the answers of machines of a cluster, or what is known of their packages, changed or got too old. */
    String machinesMark(UUID cluster) {
        return machines.mark(cluster) + '/' + hosts.mark(cluster);
    }

    /** All that is to be known of the objects of a cluster other than workloads. */
    ClusterSnapshot read(UUID cluster) {
        return read(cluster, check -> true);
    }

    /** What is needed of it for one check. */
    private ClusterSnapshot read(UUID cluster, Check check) {
        boolean ofMachines = catalogue.isOfMachines(check);
        return read(cluster, wanted -> wanted.equals(check) || ofMachines && catalogue.isOfMachines(wanted));
    }

    private ClusterSnapshot read(UUID cluster, Predicate<Check> wanted) {
        boolean ofCluster = ClusterChecks.cards().stream().anyMatch(wanted);
        boolean ofNodes = NodeChecks.cards().stream().anyMatch(wanted);
        List<CheckResult> results = ofCluster ? clusters.of(cluster) : List.of();
        String name = ofCluster ? clusters.name(cluster) : "";
        return new ClusterSnapshot(
                cluster,
                clock.instant(),
                ofNodes ? nodes.of(cluster).nodes() : List.of(),
                ofNodes ? machines.foreign(cluster) : Set.of(),
                catalogue.ofObjects().stream().anyMatch(wanted) ? resources.of(cluster) : ResourceAnswers.NONE,
                catalogue.ofMachines().stream().anyMatch(wanted) ? machines.of(cluster) : MachineAnswers.NONE,
                ofNodes(cluster, wanted),
                results.stream()
                        .filter(ClusterSnapshot::isOpen)
                        .map(result -> clusters.sample(cluster, name, result))
                        .toList(),
                results,
                excepted.holding(cluster));
    }

    private List<NodeAnswer> ofNodes(UUID cluster, Predicate<Check> wanted) {
        List<NodeAnswer> found = new ArrayList<>();
        if (wanted.test(Sensitivity.card())) {
            found.addAll(placement.of(cluster));
        }
        if (wanted.test(HostComponents.card())) {
            found.addAll(hosts.of(cluster));
        }
        return found;
    }

    /** The answers to each check over a cluster. A workload that nobody has asked yet is unknown. */
    Map<String, Tally> tallies(ClusterSnapshot of) {
        Map<String, Tally> tallies = workloads.of(of.cluster(), Part.WHOLE);
        tallies.putAll(of.tallies(catalogue.ofObjects()));
        except(of, tallies);
        return tallies;
    }

    /** What of a cluster lies in a part; checks of other objects than workloads are those of the whole cluster and left out. */
    Map<String, Tally> tallies(UUID cluster, Part part) {
        Map<String, Tally> tallies = workloads.of(cluster, part);
        excepted.apply(cluster, part, tallies, excepted.holding(cluster));
        return tallies;
    }

    private void except(ClusterSnapshot of, Map<String, Tally> tallies) {
        excepted.apply(of.cluster(), Part.WHOLE, tallies, of.holding());
        of.holding().stream()
                .flatMap(one -> one.checks().stream())
                .distinct()
                .filter(catalogue::has)
                .map(catalogue::byId)
                .filter(check -> check.subject() != Subject.WORKLOAD)
                .forEach(check -> {
                    long covered = otherSamples(check, of, MOST_EXCEPTED).stream()
                            .filter(sample -> Excepted.of(of.holding(), sample) != null)
                            .count();
                    tallies.computeIfPresent(check.id(), (id, tally) -> tally.excepting(covered));
                });
    }

    /** A few objects of each of these checks that fail or are unknown in the whole cluster, the failing ones first. */
    Map<String, List<Sample>> samples(ClusterSnapshot of, Collection<String> checks, int most) {
        Map<String, List<Sample>> samples = new HashMap<>(workloadSamples.of(
                checks.stream()
                        .filter(id -> catalogue.byId(id).subject() == Subject.WORKLOAD)
                        .toList(),
                of.cluster(),
                most));
        checks.stream()
                .map(catalogue::byId)
                .filter(check -> check.subject() != Subject.WORKLOAD)
                .forEach(check -> samples.put(check.id(), otherSamples(check, of, most)));
        samples.replaceAll((check, found) -> excepted(found, of.holding()));
        return samples;
    }

    /**
     * Objects of a check that fail or are unknown, the failing ones first.
     *
     * @param most how many
     */
    List<Sample> samples(String checkId, UUID cluster, Part part, int most) {
        Check check = catalogue.byId(checkId);
        List<Sample> found = check.subject() == Subject.WORKLOAD
                ? workloadSamples.of(check.id(), cluster, part, most)
                : part.isWhole(cluster) ? otherSamples(check, read(cluster, check), most) : List.of();
        return excepted(found, excepted.holding(cluster));
    }

    /** What lies in a part of a cluster, to be asked for check after check: what is no workload is read once for all of them. */
    final class Reading {

        private final UUID cluster;
        private final Part part;
        private final List<ControlException> holding;
        private @Nullable ClusterSnapshot whole;

        private Reading(UUID cluster, Part part) {
            this.cluster = cluster;
            this.part = part;
            this.holding = excepted.holding(cluster);
        }

        /** Objects of a check that fail or are unknown, the failing ones first. */
        List<Sample> samples(Check check, int most) {
            if (check.subject() == Subject.WORKLOAD) {
                return excepted(workloadSamples.of(check.id(), cluster, part, most), holding);
            }
            if (!part.isWhole(cluster)) {
                return List.of();
            }
            if (whole == null) {
                whole = read(cluster);
            }
            return excepted(otherSamples(check, whole, most), holding);
        }
    }

    Reading reading(UUID cluster, Part part) {
        return new Reading(cluster, part);
    }

    private static List<Sample> excepted(List<Sample> samples, List<ControlException> holding) {
        return samples.stream()
                .map(sample -> sample.exceptedBy(Excepted.of(holding, sample)))
                .toList();
    }

    private List<Sample> otherSamples(Check check, ClusterSnapshot of, int most) {
        return catalogue.isOfMachines(check)
                ? machines.samples(check.id(), of.cluster(), of.machines(), most)
                : of.samples(check, most);
    }
}
