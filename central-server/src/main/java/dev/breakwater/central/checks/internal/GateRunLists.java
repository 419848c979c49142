package dev.breakwater.central.checks.internal;

import dev.breakwater.central.checks.GateRun;
import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.platform.Sql;
import dev.breakwater.central.system.RetentionRule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of kept checks, and how long they are kept. */
@Configuration(proxyBeanMethods = false)
class GateRunLists {

    @Bean
    RetentionRule gateRunRetention() {
        return RetentionRule.byTime("gate-runs", "checks of pipelines that were kept", 400, "gate_runs");
    }

    /** Of a whole cluster, or of none: a reader of single namespaces sees none of them. */
    @Bean
    ListDefinition<GateRun> gateRunList() {
        return ListDefinition.<GateRun>of("checks")
                .select("g.*")
                .from("gate_runs g")
                .scopedBy("g.cluster_id", null)
                .id("g.id", KeyType.ID)
                .term(Conditions.words(
                        "result",
                        "passed, refused or not-judged",
                        "g.result",
                        new TreeMap<>(Map.of("passed", "PASSED", "refused", "REFUSED", "not-judged", "NOT_JUDGED"))))
                .term(Conditions.nameOrId("cluster", "cluster, name or id", "g.cluster", "g.cluster_id"))
                .term(Conditions.text("source", "what was checked", "g.source"))
                .term(Conditions.text("branch", "branch", "g.branch"))
                .term(Conditions.text("commit", "commit", "g.commit_id"))
                .term(Conditions.text("actor", "token or person", "g.actor"))
                .term(Conditions.age("age", "how long ago", "g.at"))
                .searches("g.source")
                .searches("g.commit_id")
                .searches("g.branch")
                .sort("at", "g.at", KeyType.INSTANT)
                .sort("source", "lower(g.source)", KeyType.TEXT)
                .sort("cluster", "g.cluster", KeyType.TEXT)
                .defaultSort("-at")
                .row(GateRunLists::read);
    }

    static GateRun read(ResultSet row) throws SQLException {
        return new GateRun(
                Sql.uuid(row, "id"),
                Sql.instant(row, "at"),
                row.getString("actor"),
                Sql.uuid(row, "cluster_id"),
                row.getString("cluster"),
                row.getString("source"),
                row.getString("pipeline"),
                row.getString("commit_id"),
                row.getString("branch"),
                row.getString("fail_on"),
                GateRun.Result.valueOf(row.getString("result")),
                row.getInt("objects"),
                row.getInt("critical"),
                row.getInt("high"),
                row.getInt("medium"),
                row.getInt("low"),
                row.getInt("unknown"),
                row.getInt("unreadable"));
    }
}
