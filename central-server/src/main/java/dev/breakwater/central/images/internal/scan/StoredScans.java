package dev.breakwater.central.images.internal.scan;

import dev.breakwater.central.audit.ActorSource;
import dev.breakwater.central.audit.Audit;
import dev.breakwater.central.images.ImageRow;
import dev.breakwater.central.images.Scan;
import dev.breakwater.central.images.Scans;
import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.Conflict;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads jobs, and lets people ask for them. */
@Service
class StoredScans implements Scans {

    private final Lists lists;
    private final ListDefinition<Scan> definition;
    private final ListDefinition<ImageRow> images;
    private final ScanTargets targets;
    private final ScanQueue queue;
    private final ScanTable table;
    private final Audit audit;
    private final ActorSource actors;
    private final Clock clock;

    StoredScans(
            Lists lists,
            ListDefinition<Scan> definition,
            ListDefinition<ImageRow> images,
            ScanTargets targets,
            ScanQueue queue,
            ScanTable table,
            Audit audit,
            ActorSource actors,
            Clock clock) {
        this.lists = lists;
        this.definition = definition;
        this.images = images;
        this.targets = targets;
        this.queue = queue;
        this.table = table;
        this.audit = audit;
        this.actors = actors;
        this.clock = clock;
    }

    @Override
    public Page<Scan> list(ListRequest request, AccessScope scope) {
        return lists.page(definition, request, scope);
    }

    @Override
    public Scan get(UUID id, AccessScope scope) {
        return lists.byId(definition, id, scope).stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("scan", id.toString()));
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public List<Scan> request(List<String> wanted) {
        if (wanted.isEmpty() || wanted.size() > MOST) {
            throw new InvalidRequest("images", wanted.size() + " images", "1 to " + MOST);
        }
        List<UUID> ids = new ArrayList<>();
        for (ScanQueue.Wanted one : wanted.stream().map(targets::find).toList()) {
            ids.add(queueAsked(one));
        }
        audit.record(
                "requested",
                "scan",
                "",
                wanted.size() == 1 ? wanted.getFirst() : wanted.size() + " images",
                null,
                Map.of("images", wanted));
        return ids.stream().map(id -> get(id, AccessScope.EVERYTHING)).toList();
    }

    private UUID queueAsked(ScanQueue.Wanted one) {
        String actor = actors.current().name();
        return queue.queue(one, actor + " asked for it", actor);
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public int requestMatching(String q, AccessScope scope) {
        List<UUID> ids = lists.ids(images, q, scope, MOST);
        ids.stream().map(UUID::toString).map(targets::find).forEach(this::queueAsked);
        audit.record("requested", "scan", "", ids.size() + " images", null, Map.of("q", q));
        return ids.size();
    }

    @Override
    @Transactional
    @PreAuthorize("hasRole('ADMIN')")
    public Scan cancel(UUID id) {
        Scan before = get(id, AccessScope.EVERYTHING);
        if (!table.cancel(id, clock.instant())) {
            throw new Conflict("The scan is over: it is " + before.state() + ".");
        }
        audit.record("cancelled", "scan", id.toString(), before.image(), null, null);
        return get(id, AccessScope.EVERYTHING);
    }
}
