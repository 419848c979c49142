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
     * Nothing, if there is a cluster and a package of the names that the place has, or it has none.
     *
     * @throws InvalidRequest if there is none: an exception there would hide nothing, or one day what nobody meant
     */
    void requireThere(Place place) {
        requirePackage(place.component());
        if (place.cluster().isEmpty()) {
            return;
        }
        List<String> names = jdbc.queryForList(
                "select name from clusters where lower(name) = lower(?)", String.class, place.cluster());
        if (names.isEmpty()) {
            throw new InvalidRequest("place/cluster", place.cluster(), "the name of a cluster that is there");
        }
    }

    private void requirePackage(String component) {
        if (!component.isEmpty()
                && jdbc.queryForList(
                                "select 1 from packages where lower(name) = lower(?) limit 1", Integer.class, component)
                        .isEmpty()) {
            throw new InvalidRequest(
                    "place/component", component, "the name of a package that was found in an image or on a node");
        }
    }

    /**
     * Nothing, if the place lies within the scope.
     *
     * @throws InvalidRequest if it is wider
     */
    void requireWithin(Place place, AccessScope scope) {
        if (!isWithin(place, scope)) {
            throw new InvalidRequest(
                    "place",
                    place.cluster() + "/" + place.namespace(),
                    "a cluster that you may see as a whole, or a namespace of one that you may see");
        }
    }

    /** Whether the place lies within the scope. */
    boolean isWithin(Place place, AccessScope scope) {
        if (scope.everything()) {
            return true;
        }
        UUID cluster = jdbc
                .queryForList("select id from clusters where lower(name) = lower(?)", UUID.class, place.cluster())
                .stream()
                .findFirst()
                .orElse(null);
        return cluster != null
                && (scope.clusters().contains(cluster)
                        || scope.namespaces().contains(new NamespaceRef(cluster, place.namespace())));
    }
}
