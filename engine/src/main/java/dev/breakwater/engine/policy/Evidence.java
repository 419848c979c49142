package dev.breakwater.engine.policy;

/**
 * Why a policy says what it says, for one matched fact.
 *
 * @param message one sentence, the actor first
 * @param criterion the criterion that matched
 * @param container the container concerned, empty if it is the whole workload
 * @param field the fact, in the words of the object: {@code privileged}, {@code hostNetwork}
 * @param found the value found
 * @param forbidden what the policy forbids, or demands
 * @param path where it stands in the object, such as {@code spec.template.spec.containers[0].securityContext.privileged}
 */
public record Evidence(
        String message,
        String criterion,
        String container,
        String field,
        String found,
        String forbidden,
        String path) {}
