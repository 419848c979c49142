package dev.breakwater.central.notification;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.util.Collection;
import java.util.UUID;

/** What was told, to whom, and whether it arrived. For administrators. */
public interface Deliveries {

    /** The most that are replayed at once. */
    int MOST = 1_000;

    Page<Delivery> list(ListRequest request, AccessScope scope);

    /**
     * One delivery.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none by that id, or not in the scope
     */
    Delivery get(UUID id, AccessScope scope);

    /** The message as it is sent, in JSON. */
    String message(UUID id, AccessScope scope);

    /**
     * Sends messages again, under the ids that they had: those that were given up or delivered from the start, those that wait
     * at once. Those that are being sent, and those whose target is gone, stay as they are.
     *
     * @param ids up to {@value #MOST}
     * @return how many are sent again
     */
    int replay(Collection<UUID> ids, AccessScope scope);
}
