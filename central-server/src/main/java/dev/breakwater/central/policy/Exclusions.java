package dev.breakwater.central.policy;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.UUID;

/**
 * Exclusions that people make beside the policies' own text. Every reader sees all of them, as with policies; making and
 * removing one is for administrators.
 */
public interface Exclusions {

    Page<ExclusionRow> list(ListRequest request, AccessScope scope);

    /** How many match, at most {@link dev.breakwater.central.platform.Lists#COUNT_CAP} + 1. */
    int count(String q, AccessScope scope);

    /**
     * One exclusion.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id
     */
    ExclusionRow get(UUID id, AccessScope scope);

    /**
     * Checks one without making it.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest naming what is wrong
     */
    void check(NewExclusion wanted, AccessScope scope);

    /**
     * Silences a policy in a scope: what it reaches becomes due to be judged.
     *
     * @param scope of whoever asks; one who does not see everything can only exclude within a namespace that they see
     */
    ExclusionRow create(NewExclusion wanted, AccessScope scope);

    /** Lets the policy speak again. Nothing happens if it was removed before. */
    ExclusionRow remove(UUID id, AccessScope scope);
}
