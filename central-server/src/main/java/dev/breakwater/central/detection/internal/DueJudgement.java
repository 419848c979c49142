package dev.breakwater.central.detection.internal;

import dev.breakwater.central.platform.Correlation;
import dev.breakwater.central.platform.Transience;
import dev.breakwater.central.policy.CompiledPolicySet;
import dev.breakwater.central.policy.Policies;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges what is due, some at a time, each time in a transaction. Where a whole lot fails, each of it is tried alone, and
 * one that fails alone is put off: it cannot hold up the others.
 */
@Component
public class DueJudgement {

    private static final Logger LOG = LoggerFactory.getLogger(DueJudgement.class);

    private final DueQueue due;
    private final Judge judge;
    private final Policies policies;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DueJudgement(DueQueue due, Judge judge, Policies policies, Clock clock, PlatformTransactionManager transactions) {
        this.due = due;
        this.judge = judge;
        this.policies = policies;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Judges up to so many workloads that are due.
     *
     * @return how many there were, 0 = nothing is due that is not in other hands
     */
    public int judgeSome(int most) {
        try (Correlation.Handle ignored = Correlation.use(Correlation.newId())) {
            return judgeTogether(most);
        } catch (RuntimeException e) {
            if (most == 1 || Transience.isTransient(e)) {
                throw e;
            }
            LOG.warn("a lot of due workloads could not be judged together, each is tried alone", e);
            return judgeEach(most);
        }
    }

    private int judgeTogether(int most) {
        Integer judged = transaction.execute(status -> {
            CompiledPolicySet set = policies.held();
            Map<UUID, String> claimed = due.claim(clock.instant(), most);
            judge.judge(set, claimed, claimed.keySet(), Map.of());
            return claimed.size();
        });
        return judged == null ? 0 : judged;
    }

    private int judgeEach(int most) {
        List<UUID> ids = transaction.execute(
                status -> List.copyOf(due.claim(clock.instant(), most).keySet()));
        for (UUID id : ids) {
            try (Correlation.Handle ignored = Correlation.use(Correlation.newId())) {
                transaction.executeWithoutResult(status -> {
                    CompiledPolicySet set = policies.held();
                    Map<UUID, String> claimed = due.claim(id, clock.instant());
                    judge.judge(set, claimed, claimed.keySet(), Map.of());
                });
            } catch (RuntimeException e) {
                if (Transience.isTransient(e)) {
                    throw e;
                }
                LOG.error("workload cannot be judged and is put off: workload={}", id, e);
                transaction.executeWithoutResult(status -> due.putOff(id, clock.instant()));
            }
        }
        return ids.size();
    }
}
