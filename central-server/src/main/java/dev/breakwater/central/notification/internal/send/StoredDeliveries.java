package dev.breakwater.central.notification.internal.send;

import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.notification.Deliveries;
import dev.breakwater.central.notification.Delivery;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class StoredDeliveries implements Deliveries {

    private final Lists lists;
    private final ListDefinition<Delivery> definition;
    private final DeliveryTable table;
    private final Audit audit;
    private final Clock clock;

    StoredDeliveries(Lists lists, ListDefinition<Delivery> definition, DeliveryTable table, Audit audit, Clock clock) {
        this.lists = lists;
        this.definition = definition;
        this.table = table;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Page<Delivery> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public Delivery get(UUID id, AccessScope scope) {
        return lists.byId(definition, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("delivery", id.toString()));
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    public String message(UUID id, AccessScope scope) {
        return table.message(get(id, scope).id());
    }

    @Override
    @PreAuthorize("hasRole('ADMIN')")
    @Transactional
    public int replay(Collection<UUID> ids, AccessScope scope) {
        if (ids.isEmpty() || ids.size() > MOST) {
            throw new InvalidRequest("ids", ids.size() + " ids", "1 to " + MOST);
        }
        // They tell of every cluster, so whoever does not see all sees none.
        if (!scope.everything()) {
            throw new AccessDeniedException("deliveries reach beyond what may be seen");
        }
        List<UUID> replayed = table.replay(ids, clock.instant());
        if (!replayed.isEmpty()) {
            audit.record(
                    "replayed",
                    replayed.size() == 1 ? "notification" : "notifications",
                    replayed.size() == 1 ? replayed.getFirst().toString() : "",
                    "",
                    null,
                    Map.of("deliveries", replayed.size()));
        }
        return replayed.size();
    }
}
