package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.AccessScope.NamespaceRef;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Holds the place of an exception to what its author, or who decides of it, may see. */
@Component
class ExceptionPlaces {

    private final JdbcTemplate jdbc;

    ExceptionPlaces(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Nothing, if the place lies within the scope.
     *
     * @throws InvalidRequest if it is wider
     */
    void requireWithin(Place place, AccessScope scope) {
        if (scope.everything()) {
            return;
        }
        UUID cluster = jdbc
                .queryForList("select id from clusters where lower(name) = lower(?)", UUID.class, place.cluster())
                .stream()
                .findFirst()
                .orElse(null);
        boolean within = cluster != null
                && (scope.clusters().contains(cluster)
                        || scope.namespaces().contains(new NamespaceRef(cluster, place.namespace())));
        if (!within) {
            throw new InvalidRequest(
                    "place",
                    place.cluster() + "/" + place.namespace(),
                    "a cluster that you may see as a whole, or a namespace of one that you may see");
        }
    }
}
