package dev.breakwater.ui.violations;

import dev.breakwater.central.detection.ViolationEvent;
import dev.breakwater.central.detection.ViolationRow;
import dev.breakwater.central.detection.Violations;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.engine.policy.Evidence;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Violations as the present reader may see them. */
@Component
class ViolationSource extends CentralSource<ViolationRow> {

    private final Violations violations;

    ViolationSource(Lists lists, Violations violations, ListDefinition<ViolationRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("violation", "violations"));
        this.violations = violations;
    }

    /** Rows as a list shows them: of the evidence the first message and how many there are. A page keeps each row that it shows. */
    @Override
    public Page<ViolationRow> page(ListRequest request) {
        return super.page(request).map(ViolationSource::shown);
    }

    private static ViolationRow shown(ViolationRow row) {
        return row.evidence().isEmpty()
                ? row
                : row.withEvidence(Collections.nCopies(
                        row.evidence().size(),
                        new Evidence(row.evidence().getFirst().message(), "", "", "", "", "", "")));
    }

    List<ViolationEvent> history(UUID id) {
        return violations.history(id, readers().scope());
    }

    @Override
    public UUID idOf(ViolationRow row) {
        return row.id();
    }

    @Override
    public String nameOf(ViolationRow row) {
        return row.policy() + " on " + row.workload().name();
    }

    @Override
    public Instant newSince(ViolationRow row) {
        return row.openedAt();
    }

    @Override
    public String newestFirst() {
        return "-openedAt";
    }

    @Override
    public Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.VERDICTS, LiveUpdates.Topic.PEOPLE);
    }
}
