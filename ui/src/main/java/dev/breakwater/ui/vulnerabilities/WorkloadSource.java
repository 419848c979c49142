package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.central.vulnerabilities.VulnerableWorkloadRow;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Noun;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** By workload. */
@Component("vulnerableWorkloadSource")
class WorkloadSource extends CentralSource<VulnerableWorkloadRow> {

    WorkloadSource(Lists lists, ListDefinition<VulnerableWorkloadRow> definition, Readers readers) {
        super(lists, definition, readers, new Noun("workload", "workloads"));
    }

    @Override
    public UUID idOf(VulnerableWorkloadRow row) {
        return row.id();
    }

    @Override
    public String nameOf(VulnerableWorkloadRow row) {
        return row.kind() + " " + row.name() + " in " + row.namespace();
    }

    @Override
    public Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.VERDICTS, LiveUpdates.Topic.PEOPLE);
    }

    @Override
    public Instant newSince(VulnerableWorkloadRow row) {
        return Instant.EPOCH;
    }

    @Override
    public String newestFirst() {
        return "";
    }
}
