package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.internal.WorkloadCheckTable.Kept;
import dev.breakwater.central.detection.JudgedWorkload;
import dev.breakwater.central.detection.JudgementListener;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.engine.compliance.CheckResult;
import dev.breakwater.engine.compliance.WorkloadChecks;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the checks of each judged workload, in the transaction of its verdicts. */
@Component
class WorkloadCheckRecorder implements JudgementListener {

    private static final Logger LOG = LoggerFactory.getLogger(WorkloadCheckRecorder.class);

    private final WorkloadCheckTable table;
    private final CheckCatalogue catalogue;
    private final Counter errors;

    WorkloadCheckRecorder(WorkloadCheckTable table, CheckCatalogue catalogue, MeterRegistry meters) {
        this.table = table;
        this.catalogue = catalogue;
        this.errors = Counter.builder("breakwater.compliance.errors")
                .description("Checks of standards that could not be evaluated")
                .register(meters);
    }

    private record Answered(Kept kept, Map<UUID, Instant> validUntil) {}

    @Override
    public Map<UUID, Instant> judged(List<JudgedWorkload> workloads) {
        List<Answered> answered = workloads.parallelStream().map(this::answer).toList();
        if (!answered.isEmpty()) {
            table.write(
                    answered.stream().map(Answered::kept).toList(),
                    catalogue.version(),
                    workloads.getFirst().judgedAt());
        }
        Map<UUID, Instant> validUntil = new HashMap<>();
        answered.forEach(one -> validUntil.putAll(one.validUntil()));
        return validUntil;
    }

    private Answered answer(JudgedWorkload judged) {
        WorkloadChecks checks = catalogue.workloadChecks();
        UUID id = judged.workload().id();
        List<CheckResult> results = checks.judge(judged.workload(), judged.platform(), judged.judgedAt(), failure -> {
            errors.increment();
            LOG.error("a check could not be evaluated: error={} workload={}", Correlation.newId(), id, failure.cause());
        });
        Map<UUID, Instant> validUntil = new HashMap<>();
        results.stream()
                .map(CheckResult::validUntil)
                .filter(java.util.Objects::nonNull)
                .min(Instant::compareTo)
                .ifPresent(first -> validUntil.put(id, first));
        return new Answered(
                new Kept(
                        id,
                        judged.clusterId(),
                        judged.workload().namespace(),
                        WorkloadAnswers.of(results),
                        judged.cause()),
                validUntil);
    }
}
