package dev.breakwater.central.policy.internal;

import dev.breakwater.central.audit.Actor;
import dev.breakwater.central.fleet.PolicyDeclarations;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.central.policy.internal.PolicyChanges.Save;
import dev.breakwater.engine.policy.Policy;
import dev.breakwater.engine.policy.PolicyRejected;
import dev.breakwater.engine.policy.PolicyRejected.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the policies that clusters declare as they are declared; their origin is the cluster. Unlike an apply it takes what is
 * right and refuses the rest, since nobody waits for its answer. A policy whose declaration is as it was is left alone, so that
 * one that people switched off stays off when a sensor comes back.
 */
@Service
class ClusterPolicies implements PolicyDeclarations {

    /** What the origins of policies that clusters declare begin with. */
    static final String ORIGIN = "cluster:";

    private static final Logger LOG = LoggerFactory.getLogger(ClusterPolicies.class);
    private static final int SHOWN = 5;
    private static final int LONGEST_VALUE = 100;

    private final PolicyTable table;
    private final PolicyChanges changes;
    private final TransactionLocks locks;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    ClusterPolicies(
            PolicyTable table,
            PolicyChanges changes,
            TransactionLocks locks,
            JdbcTemplate jdbc,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.changes = changes;
        this.locks = locks;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Refusal> declared(UUID clusterId, List<Declared> policies, boolean whole) {
        Optional<String> cluster = present(clusterId);
        if (cluster.isEmpty()) {
            return List.of();
        }
        List<Refusal> refusals = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        Map<Declared, Policy> wanted = read(new DeclaredReader(cluster.get()), policies, ids, refusals);
        bySensorOf(
                cluster.get(),
                () -> transaction.executeWithoutResult(status -> {
                    locks.holdPolicySet();
                    // Once more: a removal waits for the set as well, and what it deleted must not come back.
                    if (present(clusterId).isPresent()) {
                        carryOut(ORIGIN + cluster.get(), wanted, ids, whole, refusals);
                    }
                }));
        return refusals;
    }

    private static Map<Declared, Policy> read(
            DeclaredReader reader, List<Declared> policies, Set<UUID> ids, List<Refusal> refusals) {
        Map<Declared, Policy> wanted = new LinkedHashMap<>();
        for (Declared declared : policies) {
            if (!ids.add(reader.idOf(declared))) {
                refusals.add(refusal(declared, "it is declared twice"));
                continue;
            }
            try {
                wanted.put(declared, reader.read(declared));
            } catch (PolicyRejected e) {
                refusals.add(refusal(declared, told(e)));
            } catch (RuntimeException | StackOverflowError e) {
                // What breaks the engine in a way that it does not foresee breaks this one policy, not the sensor's
                // stream.
                LOG.warn("declared policy cannot be read: cluster={}", reader.cluster(), e);
                refusals.add(
                        refusal(declared, "it cannot be read: " + e.getClass().getSimpleName()));
            }
        }
        return wanted;
    }

    @Override
    public void removed(UUID clusterId, String cluster) {
        transaction.executeWithoutResult(status -> {
            locks.holdPolicySet();
            changes.carryOut(
                    List.of(), declaredBy(ORIGIN + cluster, table.all()), "the cluster " + cluster + " was removed");
        });
    }

    private void carryOut(
            String origin, Map<Declared, Policy> wanted, Set<UUID> declared, boolean whole, List<Refusal> refusals) {
        List<StoredPolicy> kept = table.all();
        List<StoredPolicy> deletions = declaredBy(origin, kept).stream()
                .filter(stored -> whole && !declared.contains(stored.policy().id()))
                .toList();
        Map<UUID, StoredPolicy> byId =
                kept.stream().collect(Collectors.toMap(stored -> stored.policy().id(), Function.identity()));
        Map<String, UUID> names = new HashMap<>();
        kept.stream()
                .filter(stored -> !deletions.contains(stored))
                .forEach(stored ->
                        names.put(stored.policy().name(), stored.policy().id()));
        Map<UUID, Policy> sources = table.sources();
        Map<UUID, Optional<Policy>> given = new HashMap<>();
        List<Save> saves = new ArrayList<>();
        wanted.forEach((resource, policy) -> {
            StoredPolicy before = byId.get(policy.id());
            if (before != null && !before.origin().equals(origin)) {
                refusals.add(refusal(resource, "its policy was taken over by " + before.origin()));
                return;
            }
            if (before != null && policy.equals(sources.get(policy.id()))) {
                return;
            }
            UUID holder = names.putIfAbsent(policy.name(), policy.id());
            if (holder != null && !holder.equals(policy.id())) {
                refusals.add(refusal(
                        resource,
                        "/name is \"" + policy.name() + "\". Allowed: a name that no other policy has; the policy "
                                + holder + " has it."));
                return;
            }
            given.put(policy.id(), Optional.of(policy));
            if (before == null || !before.policy().equals(policy)) {
                saves.add(new Save(before, policy, origin, before == null ? "created" : "changed"));
            }
        });
        changes.carryOut(saves, deletions, "declared in the cluster");
        table.writeSources(given);
    }

    private static List<StoredPolicy> declaredBy(String origin, List<StoredPolicy> kept) {
        return kept.stream()
                .filter(stored -> stored.asCode() && stored.origin().equals(origin))
                .toList();
    }

    /** The name of a cluster that is neither revoked nor removed. */
    private Optional<String> present(UUID clusterId) {
        return jdbc
                .queryForList("select name from clusters where id = ? and revoked_at is null", String.class, clusterId)
                .stream()
                .findFirst();
    }

    private static void bySensorOf(String cluster, Runnable work) {
        SecurityContext before = SecurityContextHolder.getContext();
        String name = "sensor of " + cluster;
        UsernamePasswordAuthenticationToken who =
                UsernamePasswordAuthenticationToken.authenticated(name, null, List.of());
        who.setDetails(new Actor(name, "SYSTEM", ""));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        try {
            work.run();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    private static Refusal refusal(Declared declared, String why) {
        return new Refusal(declared.namespace(), declared.name(), why);
    }

    private static String told(PolicyRejected rejected) {
        List<Problem> problems = rejected.problems();
        return problems.stream()
                        .limit(SHOWN)
                        .map(problem -> (problem.pointer().isEmpty() ? "spec" : problem.pointer()) + " is \""
                                + shortened(problem.value()) + "\". " + problem.allowed())
                        .collect(Collectors.joining(" "))
                + (problems.size() > SHOWN ? " And " + (problems.size() - SHOWN) + " more." : "");
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
