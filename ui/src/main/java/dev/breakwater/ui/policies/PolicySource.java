package dev.breakwater.ui.policies;

import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.policy.StoredPolicy;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The policies. */
@Component
class PolicySource extends CentralSource<StoredPolicy> {

    PolicySource(Lists lists, ListDefinition<StoredPolicy> definition, Readers readers) {
        super(lists, definition, readers, new Noun("policy", "policies"));
    }

    @Override
    public UUID idOf(StoredPolicy row) {
        return row.policy().id();
    }

    @Override
    public String nameOf(StoredPolicy row) {
        return row.policy().name();
    }

    @Override
    public Instant newSince(StoredPolicy row) {
        return row.updatedAt();
    }

    @Override
    public String newestFirst() {
        return "-updatedAt";
    }

    @Override
    public Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.POLICIES, LiveUpdates.Topic.PEOPLE);
    }
}
