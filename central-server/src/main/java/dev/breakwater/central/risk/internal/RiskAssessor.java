package dev.breakwater.central.risk.internal;

import dev.breakwater.central.detection.JudgedWorkload;
import dev.breakwater.central.detection.JudgementListener;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.engine.risk.RiskAssessment;
import dev.breakwater.engine.risk.RiskInput;
import dev.breakwater.engine.risk.RiskModel;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Scores each judged workload, in the transaction of its verdicts. A score that cannot be computed keeps its last value:
 * the others of the batch go on.
 */
@Component
class RiskAssessor implements JudgementListener {

    private static final Logger LOG = LoggerFactory.getLogger(RiskAssessor.class);

    private final RiskTable table;
    private final Counter errors;

    RiskAssessor(RiskTable table, MeterRegistry meters) {
        this.table = table;
        this.errors = Counter.builder("breakwater.risk.errors")
                .description("Risk scores that could not be computed")
                .register(meters);
    }

    @Override
    public Map<UUID, Instant> judged(List<JudgedWorkload> workloads) {
        Map<UUID, Supplier<RiskAssessment>> last = table.last(
                workloads.stream().map(judged -> judged.workload().id()).toList());
        String correlation = Correlation.current();
        List<Scored> scored = workloads.parallelStream()
                .flatMap(judged -> assess(judged, last.get(judged.workload().id()), correlation).stream())
                .toList();
        if (!scored.isEmpty()) {
            table.write(scored, scored.getFirst().judged().judgedAt());
        }
        Map<UUID, Instant> validUntil = new HashMap<>();
        for (Scored one : scored) {
            if (one.assessment().validUntil() != null) {
                validUntil.put(one.judged().workload().id(), one.assessment().validUntil());
            }
        }
        return validUntil;
    }

    private Optional<Scored> assess(
            JudgedWorkload judged, @Nullable Supplier<RiskAssessment> last, String correlation) {
        try (Correlation.Handle ignored = Correlation.use(correlation)) {
            RiskAssessment previous = last == null ? null : last.get();
            RiskAssessment assessment = RiskModel.PRESENT.assess(new RiskInput(
                    judged.workload(), judged.open(), RiskInput.PROCESSES_NOT_WATCHED, previous, judged.judgedAt()));
            return Optional.of(new Scored(
                    judged,
                    assessment,
                    RiskTable.json(assessment.factors()),
                    RiskTable.json(assessment.reasons()),
                    previous));
        } catch (RuntimeException | StackOverflowError e) {
            errors.increment();
            LOG.error(
                    "risk could not be assessed: error={} workload={}",
                    Correlation.newId(),
                    judged.workload().id(),
                    e);
            return Optional.empty();
        }
    }
}
