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
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which standards concern a cluster: a control of one that does not comes out as not applicable, and counts for nothing. */
@Component
class FittingStandards {

    private final ClusterNodes nodes;
    private final JdbcTemplate jdbc;

    FittingStandards(ClusterNodes nodes, JdbcTemplate jdbc) {
        this.nodes = nodes;
        this.jdbc = jdbc;
    }

    /** What is needed to say it of one cluster. */
    record Of(List<Node> nodes, Optional<String> chosen) {

        /**
         * Whether a standard concerns the cluster. Where machines answered it, it does: what was found there says more than how nodes
         * name themselves.
         */
        Concern concern(Standard standard, Map<String, Tally> checks) {
            Concern concern = Fitting.of(standard, nodes, chosen);
            boolean answered = concern == Concern.NOT
                    && standard.controls()
                            .flatMap(control -> control.checks().stream())
                            .filter(check -> check.startsWith("docker-")
                                    || check.startsWith("debian-")
                                    || check.startsWith("ubuntu-"))
                            .map(check -> checks.getOrDefault(check, Tally.NONE))
                            .anyMatch(tally -> tally.passed() + tally.failed() > 0);
            return answered ? Concern.CONCERNS : concern;
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
                chosen(cluster));
    }

    private Optional<String> chosen(UUID cluster) {
        return jdbc
                .queryForList(
                        "select standard from compliance_benchmark_choices where cluster_id = ?", String.class, cluster)
                .stream()
                .findFirst();
    }
}
