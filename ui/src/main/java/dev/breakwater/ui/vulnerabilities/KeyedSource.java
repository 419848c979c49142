package dev.breakwater.ui.vulnerabilities;

import dev.breakwater.central.platform.FilterExpression;
import dev.breakwater.central.platform.ListDefinition;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Lists;
import dev.breakwater.central.platform.NotFound;
import dev.breakwater.central.platform.Page;
import dev.breakwater.central.platform.Readers;
import dev.breakwater.ui.part.CentralSource;
import dev.breakwater.ui.part.LiveUpdates;
import dev.breakwater.ui.part.Noun;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A list whose rows are named by something else than a UUID: each gets one made of its key, and the keys of those that were seen
 * are kept, so that a row can be opened and acted on. Belongs to one page.
 */
abstract class KeyedSource<T> extends CentralSource<T> {

    private static final int MOST_KEYS = 12_000;

    private final Map<UUID, String> keys = new LinkedHashMap<>() {

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, String> eldest) {
            return size() > MOST_KEYS;
        }
    };

    KeyedSource(Lists lists, ListDefinition<T> definition, Readers readers, Noun noun) {
        super(lists, definition, readers, noun);
    }

    /** What names a row, the same as long as it is in the list. */
    abstract String keyOf(T row);

    /** The filter that finds the row again. */
    abstract String filterOf(String key);

    /** The key of a row that was seen. */
    final Optional<String> key(UUID id) {
        return Optional.ofNullable(keys.get(id));
    }

    @Override
    public final UUID idOf(T row) {
        String key = keyOf(row);
        UUID id = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        keys.putIfAbsent(id, key);
        return id;
    }

    @Override
    public final T get(UUID id) {
        return key(id).flatMap(key ->
                        page(new ListRequest(filterOf(key), "", ListRequest.MAX_PAGE_SIZE, null)).items().stream()
                                .filter(row -> keyOf(row).equals(key))
                                .findFirst())
                .orElseThrow(() -> new NotFound(noun().one(), id.toString()));
    }

    @Override
    public final List<UUID> ids(String q, int limit) {
        List<UUID> ids = new ArrayList<>();
        String token = null;
        do {
            Page<T> page = page(new ListRequest(q, "", ListRequest.MAX_PAGE_SIZE, token));
            page.items().forEach(row -> ids.add(idOf(row)));
            token = page.nextPageToken();
        } while (token != null && ids.size() < limit);
        return ids.stream().limit(limit).toList();
    }

    @Override
    public Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.VERDICTS, LiveUpdates.Topic.PEOPLE);
    }

    @Override
    public Instant newSince(T row) {
        return Instant.EPOCH;
    }

    @Override
    public String newestFirst() {
        return "";
    }

    /** A term of the filter whose value means nothing but itself. */
    static String term(String field, String value) {
        return new FilterExpression(List.of()).and(field, value).toString();
    }
}
