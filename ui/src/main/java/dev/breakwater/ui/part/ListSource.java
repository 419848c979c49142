package dev.breakwater.ui.part;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.FilterTerm;
import dev.breakwater.central.platform.ListRequest;
import dev.breakwater.central.platform.Page;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A list of central, as a page reads it: within the rights of the present reader. */
public interface ListSource<T> {

    Page<T> page(ListRequest request);

    /** How many match, at most one more than counting goes. */
    int count(String q);

    /** What it can be filtered by. */
    List<FilterTerm> terms();

    /** The row by its id; throws as the service does if it is gone or not for this reader. */
    T get(UUID id);

    UUID idOf(T row);

    /** What the row is called, for those who do not see the page. */
    String nameOf(T row);

    /** What the rows are called. */
    Noun noun();

    /** The name of the list, which is that of its REST collection. */
    String name();

    /** Values of a field that begin like this, for completion. */
    List<String> suggest(String field, String begun);

    /** What the present reader may see. */
    AccessScope reader();

    /** The ids of those that match, in no order that means anything. */
    List<UUID> ids(String q, int limit);

    /**
     * What an action is done to when these rows are chosen: the rows themselves, unless each gathers others.
     *
     * @param q the filter of the list
     * @param limit the most ids
     */
    default List<UUID> acted(List<UUID> chosen, String q, int limit) {
        return chosen;
    }

    /** What those are called. */
    default Noun actedNoun() {
        return noun();
    }

    /** What may change its rows. */
    default Set<LiveUpdates.Topic> topics() {
        return EnumSet.of(LiveUpdates.Topic.FACTS, LiveUpdates.Topic.PEOPLE);
    }

    /** When the row last changed in a way that the page should announce. */
    Instant newSince(T row);

    /** The order that has such rows first. */
    String newestFirst();
}
