package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.inventory.ClusterNodes;
import dev.breakwater.engine.compliance.ControlJudge;
import dev.breakwater.engine.compliance.Fitting;
import dev.breakwater.engine.compliance.Fitting.Concern;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import dev.breakwater.engine.compliance.Tally;
import dev.breakwater.engine.model.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which standards concern a cluster: a control of one that does not comes out as not applicable, and counts for nothing. */
@Component
class FittingStandards {

    private final ClusterNodes nodes;
    private final MachineAnswers machines;
    private final UnseenMachines unseen;
    private final JdbcTemplate jdbc;

    FittingStandards(ClusterNodes nodes, MachineAnswers machines, UnseenMachines unseen, JdbcTemplate jdbc) {
        this.nodes = nodes;
        this.machines = machines;
        this.unseen = unseen;
        this.jdbc = jdbc;
    }

    /**
     * What is needed to say it of one cluster.
     *
     * @param answered the checks of machines that a node of it was ever seen to be concerned by, however old the look is
     */
    record Of(List<Node> nodes, Optional<String> chosen, Set<String> answered) {

        /**
         * Whether a standard concerns the cluster. Where a machine was seen to be what it speaks of, it does: that says more than how
         * nodes name themselves, and it holds as long as the node is there, since a look that got too old takes no question away.
         */
        Concern concern(Standard standard) {
            Concern concern = Fitting.of(standard, nodes, chosen);
            boolean seen = concern == Concern.NOT
                    && standard.speaksOf().isOfMachines()
                    && standard.controls()
                            .flatMap(control -> control.checks().stream())
                            .anyMatch(answered::contains);
            return seen ? Concern.CONCERNS : concern;
        }
    }

    /** What a control comes out as, by whether its standard concerns the cluster and by what its checks say. */
    static Outcome judge(Concern concern, Standard.Control control, Map<String, Tally> checks, boolean attested) {
        return switch (concern) {
            case CONCERNS -> ControlJudge.judge(control, checks, attested);
            case NOT -> Outcome.NOT_APPLICABLE;
            case UNKNOWN -> Outcome.UNKNOWN;
        };
    }

    Of of(UUID cluster) {
        return new Of(
                nodes.of(cluster).nodes().stream()
                        .map(ClusterNodes.SeenNode::node)
                        .toList(),
                chosen(cluster),
                answered(cluster));
    }

    private Set<String> answered(UUID cluster) {
        List<UnseenMachines.Unseen> silent = unseen.of(cluster, machines.since());
        return machines.tallies(cluster).entrySet().stream()
                .filter(entry -> entry.getValue().passed() + entry.getValue().failed() > 0
                        || silent.stream().anyMatch(node -> node.answered(entry.getKey())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private Optional<String> chosen(UUID cluster) {
        return jdbc
                .queryForList(
                        "select standard from compliance_benchmark_choices where cluster_id = ?", String.class, cluster)
                .stream()
                .findFirst();
    }
}
