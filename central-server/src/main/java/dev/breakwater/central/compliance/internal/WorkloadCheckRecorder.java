package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.internal.WorkloadCheckTable.Kept;
import dev.breakwater.central.detection.AskedAlong;
import dev.breakwater.central.detection.JudgedWorkload;
import dev.breakwater.central.detection.JudgementListener;
import dev.breakwater.central.platform.Correlation;
import dev.breakwater.engine.compliance.CheckResult;
import dev.breakwater.engine.policy.Judgement;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the checks of each judged workload, and keeps what they say in the transaction of its verdicts. */
@Component
class WorkloadCheckRecorder implements JudgementListener, AskedAlong<WorkloadCheckRecorder.Answered> {

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

    /**
     * What all checks say of a workload.
     *
     * @param validUntil when time alone may change it, {@code null} = never
     */
    record Answered(WorkloadAnswers answers, @Nullable Instant validUntil) {}

    @Override
    public Class<Answered> kind() {
        return Answered.class;
    }

    @Override
    public Answered ask(Judgement judgement, boolean platform) {
        List<CheckResult> results = catalogue.workloadChecks().judge(judgement, platform, failure -> {
            errors.increment();
            LOG.error(
                    "a check could not be evaluated: error={} workload={}",
                    Correlation.newId(),
                    judgement.workload().id(),
                    failure.cause());
        });
        Instant first = results.stream()
                .map(CheckResult::validUntil)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElse(null);
        return new Answered(WorkloadAnswers.of(results), first);
    }

    @Override
    public Map<UUID, Instant> judged(List<JudgedWorkload> workloads) {
        List<Kept> kept = new ArrayList<>();
        Map<UUID, Instant> validUntil = new HashMap<>();
        for (JudgedWorkload judged : workloads) {
            Answered answered = judged.along(Answered.class);
            UUID id = judged.workload().id();
            kept.add(new Kept(
                    id, judged.clusterId(), judged.workload().namespace(), answered.answers(), judged.cause()));
            if (answered.validUntil() != null) {
                validUntil.put(id, answered.validUntil());
            }
        }
        if (!kept.isEmpty()) {
            table.write(kept, catalogue.version(), workloads.getFirst().judgedAt());
        }
        return validUntil;
    }
}
