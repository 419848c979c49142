package dev.breakwater.engine.kubernetes;

/**
 * The object that controls another one ({@code ownerReferences} with {@code controller: true}).
 *
 * @param apiVersion such as {@code apps/v1}
 * @param kind as Kubernetes spells it
 */
public record Owner(String apiVersion, String kind, String name) {

    /** The API group, empty for the core one. */
    public String group() {
        return WorkloadKinds.group(apiVersion);
    }
}
