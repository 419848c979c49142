package dev.breakwater.central.detection;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.policy.NewExclusion;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What exclusions silence. */
public interface ExclusionPreviews {

    /**
     * What one would silence that is not made yet.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if it could not be made so
     */
    ExclusionPreview of(NewExclusion wanted, AccessScope scope);

    /** How many violations, of those that may be seen, each of these silences now. */
    Map<UUID, Integer> silenced(Collection<UUID> exclusionIds, AccessScope scope);
}
