package dev.breakwater.central.reporting;

import java.util.Map;
import java.util.TreeMap;

/**
 * Where the files of a report go. Secrets are never in here: a target that needs some keeps them itself.
 *
 * @param kind of a {@link ReportDelivery}
 * @param target which one of that kind, as the kind understands it: an id, a name, an address
 * @param settings more, as the kind understands it
 */
public record ReportDestination(String kind, String target, Map<String, String> settings) {

    public ReportDestination {
        settings = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }
}
