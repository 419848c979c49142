package dev.breakwater.central.policy.internal;

import dev.breakwater.central.platform.Conditions;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListDefinition.KeyType;
import dev.breakwater.central.policy.StoredPolicy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The list of policies. */
@Configuration(proxyBeanMethods = false)
class PolicyLists {

    private static final String RANK =
            "coalesce(array_position(array['LOW', 'MEDIUM', 'HIGH', 'CRITICAL'], p.severity), 0)";

    @Bean
    ListDefinition<StoredPolicy> policyList() {
        return ListDefinition.<StoredPolicy>of("policies")
                .select("p.*")
                .from("policies p")
                .forEveryone()
                .id("p.id", KeyType.ID)
                .term(Conditions.nameOrId("policy", "policy, name or id", "p.name", "p.id"))
                .term(Conditions.text("name", "name", "p.name"))
                .term(Conditions.words("severity", "severity; >=high compares", RANK, severities()))
                .term(Conditions.flag("enabled", "judges", "p.enabled"))
                .term(Conditions.flag("builtin", "came with the product", "p.built_in"))
                .term(category())
                .term(Conditions.text(
                        "origin",
                        "built-in, console, or from where it is applied as code",
                        "(case when p.built_in then 'built-in' else p.origin end)"))
                .term(Conditions.flag("differs", "not as its source gave it last", "coalesce(p.differs, false)"))
                .term(Conditions.age("changed", "since it changed", "p.updated_at"))
                .searches("p.name")
                .sort("name", "p.name", KeyType.TEXT)
                .sort("severity", RANK, KeyType.WHOLE)
                .sort("updatedAt", "p.updated_at", KeyType.INSTANT)
                .defaultSort("-severity,name")
                .row(PolicyTable::read);
    }

    private static FilterTerm category() {
        return new FilterTerm(
                "category",
                "one of its categories",
                List.of(),
                (field, value, sql) -> "exists (select 1 from unnest(p.categories) as u(category) where "
                        + Conditions.textMatch(field, value, "u.category", sql) + ")");
    }

    private static Map<String, Integer> severities() {
        Map<String, Integer> severities = new LinkedHashMap<>();
        severities.put("critical", 4);
        severities.put("high", 3);
        severities.put("medium", 2);
        severities.put("low", 1);
        return severities;
    }
}
