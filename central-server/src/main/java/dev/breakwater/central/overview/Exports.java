package dev.breakwater.central.overview;

import dev.breakwater.central.platform.AccessScope;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Whole lists as files: the rows of the list with the same filter, in the same order, streamed in one snapshot. REST and the
 * console write them by this one service.
 */
public interface Exports {

    /** Where an export goes. Opened at the first row, so that a filter which cannot be used is still answered as a problem. */
    @FunctionalInterface
    interface Target {

        /**
         * @param mediaType of the file, in UTF-8
         * @param fileName with its extension
         */
        Writer open(String mediaType, String fileName) throws IOException;
    }

    /** The lists that can be exported, by the names of their REST collections. */
    List<String> lists();

    /**
     * Writes a list on the present thread.
     *
     * @throws dev.breakwater.central.platform.NotFound if there is no such list
     * @throws dev.breakwater.central.platform.Busy if there are too many exports already
     */
    void write(String list, ExportFormat format, String q, String sort, AccessScope scope, Target target);
}
