package dev.breakwater.central.compliance;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Standards and profiles that people write in YAML. Each is checked as those of the product are; all refuse what
 * {@link dev.breakwater.engine.compliance.StandardDocument} refuses, naming line, field, value and what is allowed.
 */
public interface OwnStandards {

    /** The most that there may be, deleted ones not counted. */
    int MOST = 50;

    /** All, by name; deleted ones last. */
    List<OwnStandard> list();

    /**
     * One.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none
     */
    OwnStandard get(String id);

    /** What would be saved. Nothing is changed. */
    OwnStandard check(String yaml);

    /**
     * Saves one.
     *
     * @param id the one that is replaced, {@code null} = a new one
     * @param version of the one that is replaced, as it was read; {@code null} = whatever is there
     * @throws dev.breakwater.central.platform.Conflict if its id is taken, there are too many, or it was changed in between
     */
    OwnStandard save(@Nullable String id, @Nullable Integer version, String yaml);

    /**
     * Deletes one; its results are gone, its history stays.
     *
     * @throws dev.breakwater.central.platform.Conflict if a profile extends it
     */
    void delete(String id);

    /** Brings back what was deleted. */
    OwnStandard restore(String id);
}
