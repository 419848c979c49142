package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.TransactionLocks;
import dev.breakwater.central.policy.PolicyEdits;
import dev.breakwater.central.policy.PolicyVersion;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.central.policy.internal.PolicyChanges.Save;
import dev.breakwater.engine.policy.Policy;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Edits of single policies. */
@Service
class StoredPolicyEdits implements PolicyEdits {

    private final PolicyTable table;
    private final VersionTable versions;
    private final PolicyCheck check;
    private final PolicyChanges changes;
    private final TransactionLocks locks;
    private final Clock clock;

    StoredPolicyEdits(
            PolicyTable table,
            VersionTable versions,
            PolicyCheck check,
            PolicyChanges changes,
            TransactionLocks locks,
            Clock clock) {
        this.table = table;
        this.versions = versions;
        this.check = check;
        this.changes = changes;
        this.locks = locks;
        this.clock = clock;
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public StoredPolicy create(Policy policy) {
        locks.holdPolicySet();
        Policy wanted = policy.id().equals(NEW) ? policy.withId(Ids.newId(clock.instant())) : policy;
        table.find(wanted.id()).ifPresent(taken -> {
            throw new Conflict("the id " + wanted.id() + " is that of the policy \""
                    + taken.policy().name() + "\"; leave /id out to get a new one");
        });
        return save(null, wanted, "created", "");
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public StoredPolicy replace(UUID id, int expectedVersion, Policy policy, String reason) {
        return replace(id, expectedVersion, policy, reason, StoredPolicy.CONSOLE);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public StoredPolicy replace(UUID id, int expectedVersion, Policy policy, String reason, String origin) {
        locks.holdPolicySet();
        StoredPolicy before = get(id);
        if (!policy.id().equals(id)) {
            throw new InvalidRequest("/id", policy.id().toString(), "the policy's own id, " + id);
        }
        if (before.version() != expectedVersion) {
            throw new Conflict("the policy \"" + before.policy().name() + "\" is at version " + before.version()
                    + ", saved by " + before.updatedBy() + ", and no longer at " + expectedVersion
                    + "; read it again and make your change to that");
        }
        PolicyCheck.mayChange(before, origin);
        if (before.builtIn()) {
            BuiltInText.check(before.policy(), policy);
        }
        StoredPolicy saved = save(before, policy, "changed", PolicyCheck.reason(reason));
        if (saved.asCode()) {
            table.writeSources(Map.of(id, Optional.of(policy)));
        }
        return get(id);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void delete(UUID id, String reason) {
        delete(id, reason, StoredPolicy.CONSOLE);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public void delete(UUID id, String reason, String origin) {
        locks.holdPolicySet();
        StoredPolicy before = get(id);
        if (before.builtIn()) {
            throw new Conflict("the policy \"" + before.policy().name()
                    + "\" came with the product and cannot be deleted; switch it off instead");
        }
        PolicyCheck.mayChange(before, origin);
        changes.carryOut(List.of(), List.of(before), PolicyCheck.reason(reason));
    }

    @Override
    public List<PolicyVersion> versions(UUID id) {
        List<PolicyVersion> found = versions.of(id);
        if (found.isEmpty()) {
            throw new NotFound("policy", id.toString());
        }
        return found;
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public StoredPolicy restore(UUID id, int version, String reason) {
        locks.holdPolicySet();
        Policy then = versions.find(id, version)
                .map(PolicyVersion::policy)
                .orElseThrow(() -> new NotFound("version " + version + " of policy", id.toString()));
        StoredPolicy before = table.find(id).orElse(null);
        if (before != null) {
            PolicyCheck.mayChange(before, StoredPolicy.CONSOLE);
            then = before.builtIn() ? BuiltInText.with(before.policy(), then) : then;
        }
        String why = PolicyCheck.reason(reason);
        return save(before, then, "restored", why.isEmpty() ? "as it was at version " + version : why);
    }

    /** A save that changes nothing is none. */
    private StoredPolicy save(@Nullable StoredPolicy before, Policy policy, String action, String reason) {
        check.judged(policy);
        check.nameIsFree(policy);
        if (before == null || !before.policy().equals(policy)) {
            String origin = before == null ? StoredPolicy.CONSOLE : before.origin();
            changes.carryOut(List.of(new Save(before, policy, origin, action)), List.of(), reason);
        }
        return get(policy.id());
    }

    private StoredPolicy get(UUID id) {
        return table.find(id).orElseThrow(() -> new NotFound("policy", id.toString()));
    }
}
