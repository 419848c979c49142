package dev.breakwater.engine.compliance;

/**
 * A value that was found, and where.
 *
 * @param field the fact, in the words of the object: {@code privileged}, {@code osImage}
 * @param found the value found, empty = none
 * @param expected what it ought to be
 * @param path where it stands in the object, empty = as a whole
 * @param message one sentence
 */
public record Evidence(String field, String found, String expected, String path, String message) {}
