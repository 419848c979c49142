package dev.breakwater.ui.policies.edit;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.detection.DryRuns;
import dev.breakwater.central.detection.ScopeReach;
import dev.breakwater.central.inventory.Inventory;
import dev.breakwater.central.notification.NotificationRules;
import dev.breakwater.central.platform.Ids;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.policy.Policies;
import dev.breakwater.central.policy.PolicyEdits;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the editor needs of central. */
@Component
record EditorServices(
        Policies policies,
        PolicyEdits edits,
        Inventory inventory,
        ScopeReach reach,
        DryRuns dryRuns,
        NotificationRules rules,
        Readers readers,
        ActorSource actors,
        Clock clock) {

    UUID newId() {
        return Ids.newId(clock.instant());
    }

    /** Who writes. */
    String author() {
        return actors.current().name();
    }

    Known known() {
        return Known.of(policies.list(), inventory.places(readers.scope()));
    }
}
