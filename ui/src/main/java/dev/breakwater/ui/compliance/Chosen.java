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
 * @param owner only what this team answers for, empty = everything
 */
record Chosen(String standard, @Nullable UUID cluster, String control, boolean onlyOpen, String owner) {

    static Chosen from(QueryParameters parameters) {
        return new Chosen(
                parameters.getSingleParameter("standard").orElse(""),
                parameters.getSingleParameter("cluster").map(Chosen::id).orElse(null),
                parameters.getSingleParameter("control").orElse(""),
                parameters.getSingleParameter("show").orElse("").equals("open"),
                parameters.getSingleParameter("owner").orElse(""));
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
        if (!owner.isEmpty()) {
            query.put("owner", List.of(owner));
        }
        return new QueryParameters(query);
    }

    /** The address of it. */
    String href() {
        String query = toQuery().getQueryString();
        return ComplianceNavigation.PATH + (query.isEmpty() ? "" : "?" + query);
    }

    Chosen in(String otherStandard, UUID otherCluster) {
        return new Chosen(otherStandard, otherCluster, standard.equals(otherStandard) ? control : "", onlyOpen, owner);
    }

    Chosen at(String otherControl) {
        return new Chosen(standard, cluster, otherControl, onlyOpen, owner);
    }

    Chosen showing(boolean open) {
        return new Chosen(standard, cluster, control, open, owner);
    }

    Chosen of(String otherOwner) {
        return new Chosen(standard, cluster, control, onlyOpen, otherOwner);
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
