package dev.breakwater.central.overview.internal;

import dev.breakwater.central.checks.GateRun;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.images.Scan;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.PlaceFilter;
import dev.breakwater.central.remedy.FixPlans;
import dev.breakwater.central.vulnerabilities.ComponentRow;
import dev.breakwater.central.vulnerabilities.ExceptionRow;
import dev.breakwater.central.vulnerabilities.FindingRow;
import dev.breakwater.central.vulnerabilities.NodeFindingRow;
import dev.breakwater.central.vulnerabilities.OwnerRow;
import dev.breakwater.central.vulnerabilities.VulnerabilityRow;
import dev.breakwater.central.vulnerabilities.VulnerableImageRow;
import dev.breakwater.central.vulnerabilities.VulnerableWorkloadRow;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The exports of what scans, advisories, pipelines and standards found, and of what was decided of it. */
@Component
class FoundExports {

    private final Lists lists;
    private final Map<String, Exported> byName = new TreeMap<>();

    FoundExports(
            Lists lists,
            ListDefinition<VulnerabilityRow> vulnerabilities,
            ListDefinition<FindingRow> findings,
            ListDefinition<NodeFindingRow> nodeFindings,
            ListDefinition<VulnerableImageRow> images,
            ListDefinition<VulnerableWorkloadRow> workloads,
            ListDefinition<ComponentRow> components,
            ListDefinition<OwnerRow> owners,
            ListDefinition<ExceptionRow> exceptions,
            ListDefinition<Scan> scans,
            ListDefinition<ControlResult> results,
            ListDefinition<GateRun> checks,
            FixPlans plans) {
        this.lists = lists;
        add(vulnerabilities, new RecordColumns(VulnerabilityRow.class));
        add(findings, new RecordColumns(FindingRow.class));
        add(nodeFindings, new RecordColumns(NodeFindingRow.class));
        add(images, new RecordColumns(VulnerableImageRow.class));
        add(workloads, new RecordColumns(VulnerableWorkloadRow.class));
        add(components, new RecordColumns(ComponentRow.class));
        add(owners, new RecordColumns(OwnerRow.class));
        add(exceptions, new RecordColumns(ExceptionRow.class));
        add(scans, new RecordColumns(Scan.class));
        add(results, new RecordColumns(ControlResult.class).without("evidence"));
        add(checks, new RecordColumns(GateRun.class));
        addPlan(plans);
    }

    /** The steps in their order, as many as a plan has at most; it is worked out and not listed, so nothing sorts it. */
    private void addPlan(FixPlans plans) {
        RecordColumns columns = new RecordColumns(FixPlans.Step.class).without("workloads");
        byName.put(
                "fix-plan",
                new Exported(
                        columns.names(),
                        (q, sort, scope, out) -> plans.plan(PlaceFilter.parseOwned(q), FixPlans.MOST_STEPS, scope)
                                .steps()
                                .forEach(step -> out.write(step, columns.of(step)))));
    }

    private <T extends Record> void add(ListDefinition<T> definition, RecordColumns columns) {
        byName.put(
                definition.name(),
                new Exported(
                        columns.names(), (q, sort, scope, out) -> stream(definition, columns, q, sort, scope, out)));
    }

    private <T extends Record> void stream(
            ListDefinition<T> definition,
            RecordColumns columns,
            String q,
            String sort,
            AccessScope scope,
            ExportWriter out) {
        lists.stream(definition, q, sort, scope, row -> out.write(row, columns.of(row)));
    }

    Map<String, Exported> byName() {
        return byName;
    }
}
