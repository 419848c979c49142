package dev.breakwater.central.policy.internal;

import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.engine.policy.BuiltInPolicies;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyEdit;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings the built-in policies of this release into the database before anything is judged: new ones are added, changed ones
 * replaced, and what people adjusted (severity, scopes, exclusions, the switch) stays as they made it. One that a release no
 * longer has stays as it is; where somebody's own policy has the name of a new one, the new one yields.
 */
@Component
class Catalogue implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);

    private final PolicyTable table;
    private final TransactionLocks locks;
    private final JudgementDue due;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Catalogue(
            PolicyTable table,
            TransactionLocks locks,
            JudgementDue due,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.locks = locks;
        this.due = due;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void afterSingletonsInstantiated() {
        transaction.executeWithoutResult(status -> synchronise(BuiltInPolicies.all()));
    }

    void synchronise(List<Policy> builtIn) {
        locks.holdPolicySet();
        Map<UUID, StoredPolicy> stored = table.all().stream()
                .collect(Collectors.toMap(policy -> policy.policy().id(), Function.identity()));
        Map<UUID, Policy> sources = table.sources();
        Set<String> taken = stored.values().stream()
                .filter(policy -> !policy.builtIn())
                .map(policy -> policy.policy().name())
                .collect(Collectors.toSet());
        Instant now = clock.instant();
        List<StoredPolicy> differing = new ArrayList<>();
        Map<UUID, Optional<Policy>> renewed = new HashMap<>();
        for (Policy release : builtIn) {
            Policy policy = taken.contains(release.name())
                    ? PolicyEdit.of(release)
                            .name(release.name() + " (built in)")
                            .done()
                    : release;
            StoredPolicy before = stored.get(policy.id());
            Policy source = sources.get(policy.id());
            Policy wanted = before == null ? policy : BuiltInText.renewed(policy, before.policy(), source);
            if (before == null || !before.policy().equals(wanted)) {
                int version = before == null ? 1 : before.version() + 1;
                differing.add(new StoredPolicy(wanted, true, version, now, "system", StoredPolicy.BUILT_IN, false));
            }
            if (!policy.equals(source)) {
                renewed.put(policy.id(), Optional.of(policy));
            }
        }
        if (!differing.isEmpty()) {
            table.write(differing, "a new release");
            table.nextRevision();
            due.markAll("the built-in policies changed with a new release");
            LOG.info("built-in policies brought up to date: count={}", differing.size());
        }
        table.writeSources(renewed);
    }
}
