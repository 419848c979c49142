package dev.breakwater.central.transfer.internal;

import dev.breakwater.central.system.Carried;
import java.util.List;

/**
 * The items of one section of a file.
 *
 * @param items in the order of their keys, each once
 */
record Content<T extends Record>(Carried<T> section, List<T> items) {

    Content {
        items = List.copyOf(items);
    }
}
