package dev.breakwater.engine.assembly;

import dev.breakwater.engine.model.Grants.Grant;
import dev.breakwater.engine.model.Grants.Level;
import dev.breakwater.engine.model.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The coarse level of a set of grants, which is the highest level of any of them:
 *
 * <ul>
 *   <li>{@code CLUSTER_ADMIN}: one rule with all verbs on all resources of all API groups, held in the whole cluster and not
 *       bound to names. (The same in one namespace is {@code ELEVATED_IN_NAMESPACE}.)
 *   <li>{@code ELEVATED_CLUSTER_WIDE}: any other rule held in the whole cluster that is not discovery. Reading counts: who
 *       reads all pods of a cluster sees the environment of all of them.
 *   <li>{@code ELEVATED_IN_NAMESPACE}: in a namespace, a verb other than get, list and watch; or any verb on what reading is
 *       enough to take over: secrets, and the exec, attach, portforward and proxy subresources.
 *   <li>{@code DEFAULT}: any other rule held in a namespace.
 *   <li>{@code NONE}: nothing, or nothing but discovery.
 * </ul>
 *
 * <p>Discovery is what Kubernetes gives to everybody who has signed in: reading the API's description, health and version
 * paths and the public keys of its tokens, and asking about oneself (self-subject reviews). A rule without verbs, or without resources and paths, grants nothing.
 */
final class GrantLevels {

    private static final String ANY = "*";

    private static final Set<String> READING = Set.of("get", "list", "watch");

    private static final Set<String> SELF_REVIEWS =
            Set.of("selfsubjectaccessreviews", "selfsubjectrulesreviews", "selfsubjectreviews");

    private static final Set<String> REVIEW_GROUPS = Set.of("authorization.k8s.io", "authentication.k8s.io");

    private static final Set<String> DISCOVERY_PATHS = Set.of(
            "/api",
            "/apis",
            "/healthz",
            "/livez",
            "/readyz",
            "/openapi",
            "/version",
            "/swaggerapi",
            "/.well-known",
            // The keys by which tokens are checked: every service account may read them since Kubernetes 1.20.
            "/openid/v1/jwks");

    private static final Set<String> TAKEN_BY_READING = Set.of(
            ANY,
            "secrets",
            "pods/*",
            "pods/exec",
            "pods/attach",
            "pods/portforward",
            "pods/proxy",
            "services/proxy",
            "services/*",
            "nodes/proxy",
            "nodes/*",
            "*/exec",
            "*/attach",
            "*/portforward",
            "*/proxy");

    private GrantLevels() {}

    static Level of(List<Grant> grants) {
        return grants.stream()
                .map(GrantLevels::of)
                .max(Comparator.naturalOrder())
                .orElse(Level.NONE);
    }

    private static Level of(Grant grant) {
        Role.Rule rule = grant.rule();
        boolean everywhere = grant.namespace().isEmpty();
        boolean grantsResources = !rule.verbs().isEmpty() && !rule.resources().isEmpty() && !isSelfReview(rule);
        if (!grantsResources) {
            // A path outside of the resources can only be granted in the whole cluster.
            return everywhere && grantsPaths(rule) ? Level.ELEVATED_CLUSTER_WIDE : Level.NONE;
        }
        if (everywhere) {
            return isEverything(rule) ? Level.CLUSTER_ADMIN : Level.ELEVATED_CLUSTER_WIDE;
        }
        return writes(rule) || takesByReading(rule) ? Level.ELEVATED_IN_NAMESPACE : Level.DEFAULT;
    }

    private static boolean isEverything(Role.Rule rule) {
        return rule.verbs().contains(ANY)
                && rule.resources().contains(ANY)
                && rule.apiGroups().contains(ANY)
                && rule.resourceNames().isEmpty();
    }

    private static boolean writes(Role.Rule rule) {
        return !READING.containsAll(rule.verbs());
    }

    private static boolean takesByReading(Role.Rule rule) {
        return rule.resources().stream().anyMatch(TAKEN_BY_READING::contains);
    }

    private static boolean isSelfReview(Role.Rule rule) {
        return SELF_REVIEWS.containsAll(rule.resources()) && REVIEW_GROUPS.containsAll(rule.apiGroups());
    }

    private static boolean grantsPaths(Role.Rule rule) {
        return !rule.verbs().isEmpty()
                && (rule.nonResourceUrls().stream().anyMatch(path -> !isDiscovery(path))
                        || (!rule.nonResourceUrls().isEmpty() && !READING.containsAll(rule.verbs())));
    }

    private static boolean isDiscovery(String path) {
        return DISCOVERY_PATHS.stream().anyMatch(known -> path.equals(known) || path.startsWith(known + "/"));
    }
}
