package dev.breakwater.central.detection;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** What people bear until a date; made by {@link Triage#accept}. Every reader sees all of them. */
public interface Acceptances {

    Page<AcceptanceRow> list(ListRequest request, AccessScope scope);

    /**
     * One acceptance.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id
     */
    AcceptanceRow get(UUID id, AccessScope scope);

    /** How many violations, of those that may be seen, each of these still keeps silent. */
    Map<UUID, Integer> standing(Collection<UUID> ids, AccessScope scope);

    /** Opens what it still keeps silent. Nothing happens if it was ended before. For administrators. */
    AcceptanceRow end(UUID id, AccessScope scope);
}
