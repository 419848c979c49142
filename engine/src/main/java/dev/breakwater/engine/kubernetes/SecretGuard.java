package dev.breakwater.engine.kubernetes;

import dev.breakwater.engine.model.Text;

/**
 * Decides what of a text may leave the cluster. The translation asks it for every literal environment variable, command
 * word, argument and annotation, and nothing of these reaches a record by another way.
 */
public interface SecretGuard {

    /**
     * A literal environment variable.
     *
     * @param key the variable's name
     */
    Text guardEnv(String key, String value);

    /**
     * Another text.
     *
     * @param key the annotation's name; for an argument the option that stands before it ({@code --password}), else empty.
     *     An argument that carries its own option ({@code --password=x}) comes whole.
     */
    Text guardText(String key, String value);
}
