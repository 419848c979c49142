package dev.breakwater.engine.policy.criteria;

import dev.breakwater.engine.model.Grants.Grant;
import dev.breakwater.engine.model.Role;
import dev.breakwater.engine.policy.value.ValueRejected;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A verb on a resource, written {@code verb:resource}, {@code verb:resource.group} or with {@code @cluster} behind.
 *
 * @param verb the verb, {@code *} = all of them
 * @param resource the plural, {@code pods/exec} for a sub-resource, {@code *} = all of them
 * @param group the API group, {@code core} for the one without a name, {@code *} = all of them, empty = any
 * @param everywhere whether it must hold in the whole cluster
 */
record Permission(String verb, String resource, String group, boolean everywhere) {

    static final String ALLOWED =
            "Allowed: verb:resource such as get:secrets, create:pods/exec, update:deployments.apps, get:pods.core"
                    + " or *:* (every verb there is on everything; *:*.* in every group too), with @cluster behind if only permissions in the whole cluster count.";

    private static final Pattern FORM = Pattern.compile(
            "(\\*|[a-z]{1,40}):(\\*|[a-z][a-z0-9-]{0,60}(?:/[a-z][a-z0-9-]{0,60})?)(?:\\.(\\*|[a-z0-9.-]{1,120}))?(@cluster)?");

    /** With all of these one may do everything that there is to do with an object. */
    private static final List<String> EVERYTHING =
            List.of("get", "list", "watch", "create", "update", "patch", "delete");

    /** @throws ValueRejected if it is not such */
    static Permission parse(String value) {
        Matcher matcher = FORM.matcher(value.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw new ValueRejected(ALLOWED);
        }
        String group = matcher.group(3);
        return new Permission(matcher.group(1), matcher.group(2), group == null ? "" : group, matcher.group(4) != null);
    }

    boolean isGivenBy(Grant grant) {
        return (!everywhere || grant.namespace().isEmpty()) && isGivenBy(grant.rule());
    }

    /** Whether a rule gives it, wherever it holds. */
    boolean isGivenBy(Role.Rule rule) {
        return rule.resourceNames().isEmpty()
                && (rule.verbs().contains("*")
                        || rule.verbs().contains(verb)
                        || (verb.equals("*") && rule.verbs().containsAll(EVERYTHING)))
                && rule.resources().stream().anyMatch(this::covers)
                && (group.isEmpty()
                        || rule.apiGroups().contains("*")
                        || rule.apiGroups().contains(group.equals("core") ? "" : group));
    }

    /** As Kubernetes compares: everything, the same, or a sub-resource of everything. */
    private boolean covers(String ruled) {
        int slash = resource.indexOf('/');
        return ruled.equals("*")
                || ruled.equals(resource)
                || (slash > 0 && ruled.equals("*" + resource.substring(slash)));
    }
}
