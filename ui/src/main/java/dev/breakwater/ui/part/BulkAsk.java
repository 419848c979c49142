package dev.breakwater.ui.part;

import java.util.List;
import java.util.UUID;

/** Asks about a {@link BulkAction} on things of a page that is no list. */
public final class BulkAsk {

    private BulkAsk() {}

    /** @param done called when something was done or taken back */
    public static void about(BulkAction action, List<UUID> ids, Noun noun, Runnable done) {
        new BulkDialog(action.prepare(ids), ids, noun, run -> {
                    done.run();
                    UndoNotice.show(run.words(noun), run.undo(), done);
                })
                .open();
    }
}
