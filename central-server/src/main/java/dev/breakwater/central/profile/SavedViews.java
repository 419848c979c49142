package dev.breakwater.central.profile;

import java.util.List;
import java.util.UUID;

/** The saved views of lists: one's own, and those that others share. Only its owner changes a view; so may an administrator a shared one. */
public interface SavedViews {

    /** The most views that one person keeps of a list. */
    int MOST = 100;

    /** Those of a list that the present person sees: their own first, then shared ones of others, each by name. */
    List<SavedView> list(String list);

    /**
     * One view.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is none, or it is another person's own
     */
    SavedView get(UUID id);

    /**
     * Keeps a view under a name.
     *
     * @throws dev.breakwater.central.platform.InvalidRequest if the list, the name, the filter or the order cannot be used
     * @throws dev.breakwater.central.platform.Conflict if the person has a view of that name, or too many
     */
    SavedView save(String list, String name, boolean shared, SavedView.Shown shown);

    /** Changes what a view is called, who sees it and what it shows. */
    SavedView change(UUID id, String name, boolean shared, SavedView.Shown shown);

    void delete(UUID id);
}
