package dev.breakwater.central.inventory.internal;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.inventory.JudgementDue;
import dev.breakwater.central.inventory.OwnershipRules;
import dev.breakwater.central.inventory.Ownerships;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.TransactionLocks;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the ownership rules in the settings. */
@Service
class StoredOwnerships implements Ownerships {

    private static final int MOST_RULES = 500;

    private final JdbcTemplate jdbc;
    private final InventorySettings settings;
    private final RuleTable table;
    private final TransactionLocks locks;
    private final JudgementDue due;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredOwnerships(
            JdbcTemplate jdbc,
            InventorySettings settings,
            RuleTable table,
            TransactionLocks locks,
            JudgementDue due,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.table = table;
        this.locks = locks;
        this.due = due;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public OwnershipRules rules() {
        return settings.current().ownership();
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public OwnershipRules change(OwnershipRules rules) {
        if (rules.rules().size() > MOST_RULES) {
            throw new InvalidRequest("rules", rules.rules().size() + " rules", "at most " + MOST_RULES + " rules");
        }
        List<UUID> clusters = jdbc.queryForList("select id from clusters", UUID.class);
        locks.holdClusters(clusters);
        OwnershipRules before = rules();
        String actor = actors.current().name();
        table.keep(InventorySettings.OWNERSHIP, Json.write(rules), clock.instant(), actor);
        table.reclassify(clusters);
        due.markAll("the ownership rules were changed by " + actor);
        audit.record("changed", "setting", InventorySettings.OWNERSHIP, "ownership rules", before, rules);
        return rules;
    }
}
