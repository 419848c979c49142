package dev.breakwater.ui.compliance;

import com.vaadin.flow.router.QueryParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page shows, as it stands in the URL.
 *
 * @param standard empty = the first
 * @param cluster {@code null} = the first
 * @param control empty = none is open
 * @param onlyOpen only what fails, is unknown or waits for a person
 */
record Chosen(String standard, @Nullable UUID cluster, String control, boolean onlyOpen) {

    static Chosen from(QueryParameters parameters) {
        return new Chosen(
                parameters.getSingleParameter("standard").orElse(""),
                parameters.getSingleParameter("cluster").map(Chosen::id).orElse(null),
                parameters.getSingleParameter("control").orElse(""),
                parameters.getSingleParameter("show").orElse("").equals("open"));
    }

    QueryParameters toQuery() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        if (!standard.isEmpty()) {
            query.put("standard", List.of(standard));
        }
        if (cluster != null) {
            query.put("cluster", List.of(cluster.toString()));
        }
        if (!control.isEmpty()) {
            query.put("control", List.of(control));
        }
        if (onlyOpen) {
            query.put("show", List.of("open"));
        }
        return new QueryParameters(query);
    }

    /** The address of it. */
    String href() {
        String query = toQuery().getQueryString();
        return ComplianceNavigation.PATH + (query.isEmpty() ? "" : "?" + query);
    }

    Chosen in(String otherStandard, UUID otherCluster) {
        return new Chosen(otherStandard, otherCluster, standard.equals(otherStandard) ? control : "", onlyOpen);
    }

    Chosen at(String otherControl) {
        return new Chosen(standard, cluster, otherControl, onlyOpen);
    }

    Chosen showing(boolean open) {
        return new Chosen(standard, cluster, control, open);
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
