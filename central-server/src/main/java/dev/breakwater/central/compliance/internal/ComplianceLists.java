package dev.breakwater.central.compliance.internal;

import dev.breakwater.central.compliance.ControlException;
import dev.breakwater.central.compliance.ControlResult;
import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.RetentionRule;
import dev.breakwater.engine.compliance.Outcome;
import dev.breakwater.engine.compliance.Standard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.type.TypeReference;

/** The list of results, and how long histories are kept. */
@Configuration(proxyBeanMethods = false)
class ComplianceLists {

    private static final TypeReference<List<ControlResult.Sample>> SAMPLES = new TypeReference<>() {};

    @Bean
    RetentionRule complianceHistoryRetention() {
        return RetentionRule.byTime(
                "compliance-history", "what changed of controls of standards", 800, "compliance_history");
    }

    @Bean
    RetentionRule complianceChangesRetention() {
        return RetentionRule.byTime(
                "compliance-changes",
                "which workloads began or ceased to fail, before it is noted",
                30,
                "compliance_changes");
    }

    @Bean
    ListDefinition<ControlException> controlExceptionList() {
        return ListDefinition.<ControlException>of("compliance/exceptions")
                .select("e.*, c.name as cluster")
                .from("compliance_exceptions e join clusters c on c.id = e.cluster_id")
                .scopedBy("e.cluster_id", "e.namespace")
                .id("e.id", KeyType.ID)
                .term(Conditions.words("state", "requested, approved, denied or ended", "e.state", states()))
                .term(Conditions.text("standard", "id of the standard", "e.standard"))
                .term(Conditions.text("control", "number of the control", "e.control"))
                .term(Conditions.cluster("cluster, name or id", "e.cluster_id"))
                .term(Conditions.text("namespace", "the namespace it is for", "e.namespace"))
                .term(Conditions.text("by", "who asked", "e.requested_by"))
                .searches("e.reason")
                .searches("e.object_name")
                .sort("requestedAt", "e.requested_at", KeyType.INSTANT)
                .sort("endsAt", "e.ends_at", KeyType.INSTANT)
                .defaultSort("-requestedAt")
                .row(ControlExceptionTable::read);
    }

    private static Map<String, String> states() {
        Map<String, String> words = new LinkedHashMap<>();
        for (ControlException.State state : ControlException.State.values()) {
            words.put(state.name().toLowerCase(java.util.Locale.ROOT), state.name());
        }
        return words;
    }

    /** Of a whole cluster: a reader of single namespaces sees the objects, but no result that they would be a part of. */
    @Bean
    ListDefinition<ControlResult> complianceResultList(StandardsInForce standards) {
        return ListDefinition.<ControlResult>of("compliance/results")
                .select("r.*, c.name as cluster")
                .from("compliance_results r join clusters c on c.id = r.cluster_id")
                .scopedBy("r.cluster_id", null)
                .id("r.id", KeyType.ID)
                .term(Conditions.text("standard", "id of the standard", "r.standard"))
                .term(Conditions.text("control", "number of the control in its standard", "r.control"))
                .term(Conditions.cluster("cluster, name or id", "r.cluster_id"))
                .term(Conditions.words(
                        "outcome", "pass, fail, unknown, manual, excepted or not-applicable", "r.outcome", outcomes()))
                .searches("r.control")
                .sort("control", "r.ordinal", KeyType.WHOLE)
                .sort("cluster", "c.name", KeyType.TEXT)
                .sort("failed", "r.failed", KeyType.WHOLE)
                .sort("since", "r.since", KeyType.INSTANT)
                .defaultSort("control,cluster")
                .row(row -> read(row, standards));
    }

    private static Map<String, String> outcomes() {
        Map<String, String> words = new LinkedHashMap<>();
        for (Outcome outcome : Outcome.values()) {
            words.put(outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), outcome.name());
        }
        return words;
    }

    private static ControlResult read(ResultSet row, StandardsInForce standards) throws SQLException {
        String standard = row.getString("standard");
        String control = row.getString("control");
        return new ControlResult(
                Sql.uuid(row, "id"),
                standard,
                control,
                standards
                        .byId(standard)
                        .flatMap(found -> found.control(control))
                        .map(Standard.Control::title)
                        .orElse(""),
                Sql.uuid(row, "cluster_id"),
                row.getString("cluster"),
                Outcome.valueOf(row.getString("outcome")),
                row.getLong("passed"),
                row.getLong("failed"),
                row.getLong("unknown"),
                row.getLong("not_applicable"),
                row.getLong("excepted"),
                ResultTable.JSON.readValue(row.getString("evidence"), SAMPLES),
                Sql.instant(row, "since"),
                Sql.instant(row, "evaluated_at"),
                null);
    }
}
