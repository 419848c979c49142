package dev.breakwater.central.vulnerabilities.internal.exception;

import dev.breakwater.central.platform.AccessScope;
import dev.breakwater.central.platform.AccessScope.NamespaceRef;
import dev.breakwater.central.platform.InvalidRequest;
import dev.breakwater.central.vulnerabilities.ExceptionRequest.Place;
import java.util.List;
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
     * Nothing, if there is a cluster of the name that the place has, or it has none.
     *
     * @throws InvalidRequest if there is none: an exception there would hide nothing, or one day what nobody meant
     */
    void requireThere(Place place) {
        if (place.cluster().isEmpty()) {
            return;
        }
        List<String> names = jdbc.queryForList(
                "select name from clusters where lower(name) = lower(?)", String.class, place.cluster());
        if (names.isEmpty()) {
            throw new InvalidRequest("place/cluster", place.cluster(), "the name of a cluster that is there");
        }
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
