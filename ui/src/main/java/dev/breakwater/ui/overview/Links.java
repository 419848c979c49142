package dev.breakwater.ui.overview;

import dev.breakwater.ui.clusters.ClustersNavigation;
import dev.breakwater.ui.coverage.CoverageNavigation;
import dev.breakwater.ui.inventory.InventoryNavigation;
import dev.breakwater.ui.part.Scope;
import dev.breakwater.ui.remedy.RemedyNavigation;
import dev.breakwater.ui.risk.RiskNavigation;
import dev.breakwater.ui.violations.ViolationsNavigation;
import dev.breakwater.ui.vulnerabilities.VulnerabilitiesNavigation;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The lists behind the figures, in the same scope. */
record Links(Scope scope) {

    String violations(String q) {
        return scoped(ViolationsNavigation.filtered(q));
    }

    String workloads(String q) {
        return scoped(q.isEmpty() ? InventoryNavigation.PATH : InventoryNavigation.filtered(q));
    }

    String vulnerabilities(String q) {
        return scoped(VulnerabilitiesNavigation.filtered(q));
    }

    String risk() {
        return scoped(RiskNavigation.PATH);
    }

    String risk(UUID workload) {
        return scoped(RiskNavigation.of(workload));
    }

    String fixPlan() {
        return scoped(RemedyNavigation.PATH);
    }

    String clusters() {
        return scoped(ClustersNavigation.PATH);
    }

    String cluster(String name) {
        return scoped(ClustersNavigation.of(name));
    }

    String coverage() {
        return scoped(CoverageNavigation.PATH);
    }

    /** A value of the filter grammar that is exactly this text. */
    static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String scoped(String path) {
        String value = scope.toParameter();
        return value.isEmpty()
                ? path
                : path + (path.contains("?") ? "&" : "?") + Scope.PARAMETER + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
