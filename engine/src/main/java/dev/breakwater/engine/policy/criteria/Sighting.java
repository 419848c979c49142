package dev.breakwater.engine.policy.criteria;

/**
 * What a criterion saw in an object.
 *
 * @param message one sentence, the actor first; says nothing that changes by time alone
 * @param field the fact in the words of the object
 * @param found its value
 * @param path where it stands
 */
public record Sighting(String message, String field, String found, String path) {}
